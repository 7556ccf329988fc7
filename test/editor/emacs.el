;;; Runs behind the configuration: opens each draft, writes what Flymake shows in it, takes the first fix as a writer takes it.  -*- lexical-binding: t -*-

;; Debian keeps Eglot and newer versions of what it needs here; Emacs 29 and later bring it along.
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa-src/*"))
  (add-to-list 'load-path folder))
(require 'cl-lib)
(require 'json)
(require 'eglot)

(defun wait-for (what condition)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "waited for %s" what))
      (accept-process-output nil 0.05))))

;; How often the server has spoken of each buffer.
(defvar-local told 0)
(cl-defmethod eglot-handle-notification :after (_server (_method (eql textDocument/publishDiagnostics)) &key uri &allow-other-keys)
  (let ((buffer (find-buffer-visiting (eglot--uri-to-path uri))))
    (when buffer (with-current-buffer buffer (cl-incf told)))))

;; On a busy machine, first findings come before the sources are read.
(defun is-reading ()
  (cl-some (lambda (diagnostic) (string-match-p "still being read" (flymake-diagnostic-text diagnostic))) (flymake-diagnostics)))

(defun shown ()
  (mapcar (lambda (diagnostic)
            `((rule . ,(plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic)) :code))
              (text . ,(buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)))
              (message . ,(replace-regexp-in-string "\\`copydesk \\[[^]]*\\]: " "" (flymake-diagnostic-text diagnostic)))))
          (flymake-diagnostics)))

(defun write-json (file value)
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode value) nil file nil 'quiet)))

(let ((top default-directory) (all nil) (coding-system-for-read 'utf-8))
  (dolist (path (split-string (getenv "DRAFTS") "\n"))
    (find-file (expand-file-name path top))
    ;; Without a keyboard there is no command loop, which Eglot waits for.
    (run-hooks 'post-command-hook)
    (flymake-start)
    (wait-for path (lambda () (and (> told 0) (not (is-reading)))))
    (push (cons path (vconcat (shown))) all)
    (when (equal path (getenv "FIX"))
      (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
      (let ((before told)
            (last-nonmenu-event ?\r)
            (completing-read-function (lambda (_prompt actions &rest _) (caar actions))))
        (call-interactively #'eglot-code-actions)
        (eglot--signal-textDocument/didChange)
        (wait-for "the fix" (lambda () (> told before))))
      (save-buffer)
      (write-json (expand-file-name "left.json" top) (vconcat (shown)))))
  (write-json (expand-file-name "shown.json" top) all))
(kill-emacs 0)
