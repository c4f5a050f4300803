/** The mark: 川 drawn as three culms of bamboo. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <g fill="currentColor">
        <path d="M4 1h4v8.2H4zM4 10.6h4v4.2q0 6.4-5 10.2L.6 22.2Q4 19.4 4 14.8z" />
        <path d="M11.4 3.4h4v6.8h-4zM11.4 11.6h4v10.6h-4z" />
        <path d="M18.8 1h4v11.6h-4zM18.8 14h4v11.4h-4z" />
      </g>
    </svg>
  )
}
