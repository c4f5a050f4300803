import type { ReactNode } from 'react'
import { Link, useT } from './context'
import { Field, type FieldProps } from './field'

/** A file that is already there. `removeValue` is what the remove button sends under `removeName`. */
export type StoredFile = { name: string; to: string; note?: ReactNode; removeValue?: string }

/** One stored file: its link, size and scan, and the button that removes it. */
export function FileRow({ file, removeName = 'removeFile' }: { file: StoredFile; removeName?: string }) {
  const t = useT()
  return (
    <div className="file-row">
      <Link to={file.to}>{file.name}</Link>
      {file.removeValue !== undefined && (
        <button className="as-link" name={removeName} value={file.removeValue} formNoValidate aria-label={`${t('ui.field.remove')} ${file.name}`}>
          {t('ui.field.remove')}
        </button>
      )}
      {file.note && <span className="figures col-start-1 text-sm text-ink-soft">{file.note}</span>}
    </div>
  )
}

type FileFieldProps = FieldProps & { files?: StoredFile[]; accept?: string; multiple?: boolean; removeName?: string }

/** Chooses files; those that are there stand above. The form needs encType="multipart/form-data". */
export function FileField({ files = [], accept, multiple, removeName, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      {(wiring) => (
        <>
          {files.map((file) => (
            <FileRow key={file.to} file={file} removeName={removeName} />
          ))}
          <input {...wiring} type="file" accept={accept} multiple={multiple} className="file-input mt-3" />
        </>
      )}
    </Field>
  )
}
