import { Button, HiddenField, ResultRow, useT } from '~/ui'
import { ListedTag } from './person'

type Person = { id: string; number: string; name: string; title: string; fields: string[]; keywords: string[]; available: boolean; listed: boolean; version: number; hasAccount: boolean }

/** One of an organisation's people; a manager shows or hides them with one press. */
export function PeopleRow({ person, fields, to, canEdit }: { person: Person; fields: Record<string, string>; to: string; canEdit: boolean }) {
  const t = useT()
  const { name, title, number, listed } = person
  const press = t(listed ? 'person.unlist' : 'person.list')
  return (
    <ResultRow
      kind={t('kind.expert')}
      number={number}
      to={to}
      title={`${name}　${title}`}
      line={[...person.fields.slice(0, 2).map((code) => fields[code] ?? code), t(person.available ? 'match.check.available.now' : 'person.unavailable'), t(person.hasAccount ? 'person.keeps_own' : 'person.kept_by_organisation')]}
      tags={person.keywords.slice(0, 5)}
      state={<ListedTag listed={listed} />}
    >
      {canEdit && (
        <form method="post" className="mt-2">
          <HiddenField name="person" value={person.id} />
          <HiddenField name="version" value={String(person.version)} />
          {!listed && <HiddenField name="listed" value="on" />}
          <Button small label={`${press} ${name}`}>{press}</Button>
        </form>
      )}
    </ResultRow>
  )
}
