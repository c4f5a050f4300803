import type { Locale } from '~/i18n'
import type { Extras } from './alert'

type Props = { locale: Locale; subject: string; paragraphs: string[]; action: { label: string; url: string }; signature: string; extras?: Extras }

const font = '"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif'
const soft = '#51605F'

/** One column, no pictures. Mail programs read style attributes only; no page of the portal has any. */
export function Layout({ locale, subject, paragraphs, action, signature, extras }: Props) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body style={{ margin: 0, background: '#FBFAF6', color: '#1B2426', fontFamily: font, fontSize: '16px', lineHeight: 1.7 }}>
        <div style={{ maxWidth: '576px', margin: '0 auto', padding: '32px 16px' }}>
          {paragraphs.map((paragraph, index) => (
            <p key={index} style={{ margin: '0 0 16px' }}>
              {paragraph}
            </p>
          ))}
          {extras?.records.map(({ note, label, path }) => (
            <p key={path} style={{ margin: '0 0 16px' }}>
              <span style={{ color: soft, fontSize: '14px' }}>{note}</span>
              <br />
              <a href={path} style={{ color: '#1F6B4A', fontWeight: 700 }}>
                {label}
              </a>
            </p>
          ))}
          {extras?.more && <p style={{ margin: '0 0 16px' }}>{extras.more}</p>}
          <p style={{ margin: '24px 0' }}>
            <a href={action.url} style={{ background: '#1F6B4A', color: '#FFFFFF', padding: '12px 20px', borderRadius: '6px', textDecoration: 'none', fontWeight: 700 }}>
              {action.label}
            </a>
          </p>
          <p style={{ margin: '32px 0 0', paddingTop: '12px', borderTop: '1px solid #DAD9D0', color: soft, fontSize: '14px' }}>{signature}</p>
          {extras && (
            <p style={{ margin: '12px 0 0', color: soft, fontSize: '14px' }}>
              {extras.why}
              <br />
              <a href={extras.manage.path} style={{ color: soft }}>{extras.manage.label}</a>
              {' · '}
              <a href={extras.leave.path} style={{ color: soft }}>{extras.leave.label}</a>
            </p>
          )}
        </div>
      </body>
    </html>
  )
}
