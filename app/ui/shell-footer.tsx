import { Link, useUi } from './context'
import { KeysTool, LanguageTool, LogoutTool, ThemeTool } from './preferences'
import type { Preferences, Site } from './shell'

type Props = { site: Site; preferences?: Preferences; sampleData: boolean; dataAsOf?: Date; signedIn: boolean; keys?: boolean }

export function ShellFooter({ site, preferences, sampleData, dataAsOf, signedIn, keys }: Props) {
  const { t, format } = useUi()
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="foot-columns">
          <div>
            <h2>{site.name}</h2>
            <p>
              {t('ui.foot.host', { bureau: site.bureau })}
              <br />
              {t('ui.foot.phone', { phone: site.phone })}
            </p>
          </div>
          <div>
            <h2>{t('ui.foot.services')}</h2>
            <ul>
              <li><Link to="/help#need">{t('ui.foot.need')}</Link></li>
              <li><Link to="/help#apply">{t('ui.foot.apply')}</Link></li>
              <li><Link to="/help#contract">{t('ui.foot.contract')}</Link></li>
            </ul>
          </div>
          <div>
            <h2>{t('ui.foot.data')}</h2>
            <ul>
              <li><Link to="/api/docs">{t('ui.foot.api')}</Link></li>
              <li><Link to="/help#measures">{t('ui.foot.measures')}</Link></li>
            </ul>
          </div>
          <div>
            <h2>{t('ui.foot.site')}</h2>
            <ul>
              <li><Link to="/help#accessibility">{t('ui.foot.accessibility')}</Link></li>
              <li><Link to="/help#privacy">{t('ui.foot.privacy')}</Link></li>
              <li className="flex flex-wrap gap-x-4">
                <ThemeTool preferences={preferences} className="as-link" />
                <LanguageTool />
                {keys && <KeysTool preferences={preferences} />}
                {signedIn && <LogoutTool className="as-link" />}
              </li>
            </ul>
          </div>
        </div>
        <p className="mt-5 border-t border-line pt-3 text-ink-soft">
          {sampleData && t('ui.sample')}
          {t('ui.foot.zone')}
          {dataAsOf && t('ui.foot.asOf', { time: format.dateTime(dataAsOf, { year: true }) })}
        </p>
      </div>
    </footer>
  )
}
