import { ChoiceField, SelectField, type FieldProps, type Option, type OptionGroup } from '~/ui'

type Props = FieldProps & { places: number; /** What each place is called. */ place: (n: number) => string; values: string[]; options: (Option | OptionGroup)[] }

/** One question with several places in an order that counts (`inventors[0]`): a select each; places left empty fall away. */
export function PlacesField({ places, place, values, options, ...field }: Props) {
  return (
    <ChoiceField {...field}>
      {(wiring) => (
        <div id={wiring.id} tabIndex={-1} className="grid gap-x-5 sm:grid-cols-2 *:min-w-0">
          {Array.from({ length: places }, (_one, index) => (
            <SelectField key={index} name={`${field.name}[${index}]`} label={place(index + 1)} value={values[index]} options={options} />
          ))}
        </div>
      )}
    </ChoiceField>
  )
}

/** The error of a field or of the first of its places. */
export function errorOf(errors: Record<string, string> | undefined, name: string): string | undefined {
  if (!errors) return undefined
  return errors[name] ?? Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1]
}
