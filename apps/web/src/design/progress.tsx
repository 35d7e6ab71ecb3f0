import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import './progress.css';

/** @param value percent */
export function Progress({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <ProgressBar value={value} className="progress">
      {({ valueText }) => (
        <>
          <Label>{label}</Label>
          <span className="note">{valueText}</span>
          <progress className="progress-bar" max={100} value={value} aria-hidden />
        </>
      )}
    </ProgressBar>
  );
}
