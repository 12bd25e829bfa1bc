"""检查、反馈、违规: one set of pages for township, committee and county; each seat sees its own."""
