-- Runs behind the configuration: opens each draft, writes what Neovim shows in it, takes the first fix as a writer takes it.
local function leave(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

local published = {}
vim.lsp.handlers["textDocument/publishDiagnostics"] = (function(show)
  return function(err, result, ...)
    local answer = show(err, result, ...)
    published[result.uri] = (published[result.uri] or 0) + 1
    return answer
  end
end)(vim.lsp.handlers["textDocument/publishDiagnostics"])

--- On a busy machine, first findings come before the sources are read.
local function is_reading()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.message:find("still being read", 1, true) then return true end
  end
  return false
end

--- Waits until the server has spoken of the current buffer more often than `before`, with all sources read.
local function wait(before, what)
  local uri = vim.uri_from_bufnr(0)
  if not vim.wait(20000, function() return (published[uri] or 0) > before and not is_reading() end, 20) then leave("no diagnostics: " .. what) end
  return published[uri]
end

local function shown()
  local found = {}
  for index, one in ipairs(vim.diagnostic.get(0)) do
    local lines = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    found[index] = { rule = one.user_data.lsp.code, text = table.concat(lines, "\n"), message = one.message }
  end
  return found
end

local function write(name, value)
  local file = assert(io.open(name, "w"))
  file:write(value)
  file:close()
end
-- An empty table is written as an object by some versions.
local function encoded(list) return #list > 0 and vim.json.encode(list) or "[]" end

vim.ui.select = function(items, _, choose) choose(items[1], 1) end

local parts = {}
for path in vim.gsplit(vim.env.DRAFTS, "\n") do
  vim.cmd("edit " .. vim.fn.fnameescape(path))
  local before = wait(0, path)
  table.insert(parts, vim.json.encode(path) .. ":" .. encoded(shown()))
  if path == vim.env.FIX then
    local first = vim.diagnostic.get(0)[1]
    vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
    vim.lsp.buf.code_action()
    wait(before, "after the fix")
    vim.cmd("write")
    write("left.json", encoded(shown()))
  end
end
write("shown.json", "{" .. table.concat(parts, ",") .. "}")
vim.cmd("qa!")
