-- Neovim 0.7, which Debian 12 has, lacks two things that 0.8 has: filetypes in Lua without being asked, and `vim.lsp.start`.
vim.g.do_filetype_lua = 1
local clients = {}
vim.lsp.start = vim.lsp.start
  or function(config)
    clients[config.name] = clients[config.name] or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(0, clients[config.name])
  end
