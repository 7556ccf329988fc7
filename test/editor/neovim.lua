-- Opens each draft of the current folder in Neovim with the language server attached, writes what its diagnostics say to findings.json;
-- then applies the first preferred quick fix of the draft that FIX names, and saves it.
local server = vim.env.COPYDESK_SERVER
local published = {}

vim.lsp.handlers["textDocument/publishDiagnostics"] = (function(show)
  return function(err, result, context, config)
    published[result.uri] = result.diagnostics
    return show(err, result, context, config)
  end
end)(vim.lsp.handlers["textDocument/publishDiagnostics"])

local function leave(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

local client = vim.lsp.start_client({
  name = "copydesk",
  cmd = { "node", server, "--stdio" },
  root_dir = vim.fn.getcwd(),
  workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = "desk" } },
})
if not client then leave("the server did not start") end

local findings, shown = {}, {}
for path in vim.gsplit(vim.env.DRAFTS, "\n") do
  vim.cmd("edit " .. vim.fn.fnameescape(path))
  vim.bo.filetype = "markdown"
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client)
  local uri = vim.uri_from_bufnr(buffer)
  if not vim.wait(10000, function() return published[uri] ~= nil end, 20) then leave("no diagnostics for " .. path) end
  findings[path] = #published[uri] > 0 and published[uri] or vim.NIL
  shown[path] = #vim.diagnostic.get(buffer)

  if path == vim.env.FIX then
    local first = published[uri][1]
    local params = { textDocument = { uri = uri }, range = first.range, context = { diagnostics = { first } } }
    local answer = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", params, 10000)
    local action = answer and answer[client] and answer[client].result and answer[client].result[1]
    if action and not action.edit then
      local resolved = vim.lsp.buf_request_sync(buffer, "codeAction/resolve", action, 10000)
      action = resolved and resolved[client] and resolved[client].result
    end
    if not (action and action.edit) then leave("no quick fix in " .. path) end
    local before = published[uri]
    vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
    if not vim.wait(10000, function() return published[uri] ~= before end, 20) then leave("no diagnostics after the fix") end
    vim.cmd("write")
  end
end

local file = assert(io.open("findings.json", "w"))
file:write(vim.json.encode({ findings = findings, shown = shown }))
file:close()
vim.cmd("qa!")
