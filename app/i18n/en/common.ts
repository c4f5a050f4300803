import type zh from '../zh/common'

export default {
  'site.name': 'Yongchuanghui',
  'site.skip': 'Skip to content',
  'site.search': 'Search',
  'mailbox.title': 'Development mailbox',
  'mailbox.lead': 'Without a configured mail server every mail stays here and nothing goes out.',
  'mailbox.to': 'To {to}',
  'mailbox.newest': 'The newest {shown} of {total} mails.',
  'mailbox.empty': 'No mail yet. Publish a scenario or register an account.',
} satisfies Record<keyof typeof zh, string>
