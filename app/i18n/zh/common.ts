export default {
  'site.name': '永创汇',
  'site.skip': '跳到正文',
  'site.search': '搜索',
  'mailbox.title': '开发邮箱',
  'mailbox.lead': '没有配置邮件服务器时，所有邮件都留在这里，不会发出去。',
  'mailbox.to': '收件人 {to}',
  'mailbox.newest': '只列最新的 {shown} 封，共 {total} 封。',
  'mailbox.empty': '还没有邮件。发布一个场景或注册一个账号试试。',
} as const
