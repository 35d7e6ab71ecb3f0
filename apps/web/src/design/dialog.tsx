/** Asks something before the page: opened by a button, closed by Escape, and the focus goes back to the button. */
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useVoice } from '../words/voice-context.tsx';
import { Button, type ButtonVariant } from './button.tsx';
import './dialog.css';

interface DialogButtonProps {
  /** Of the button. */
  readonly label: string;
  /** Where the label alone does not say of what it is. */
  readonly ariaLabel?: string;
  readonly variant?: ButtonVariant;
  readonly isDisabled?: boolean;
  readonly title: string;
  /** `alertdialog`: what it is about cannot be taken back, so that a press beside it does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: (close: () => void) => ReactNode;
}

export function DialogButton({
  label,
  ariaLabel,
  title,
  role = 'dialog',
  children,
  ...rest
}: DialogButtonProps) {
  return (
    <DialogTrigger>
      <Button {...rest} {...(ariaLabel !== undefined && { 'aria-label': ariaLabel })}>
        {label}
      </Button>
      <ModalOverlay className="veil" isDismissable={role === 'dialog'}>
        <Modal className="dialog">
          <Dialog role={role} className="dialog-body">
            {({ close }) => (
              <>
                <Heading slot="title">{title}</Heading>
                {children(close)}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

interface ConfirmButtonProps {
  readonly label: string;
  /** Where the label alone does not say of what it is. */
  readonly ariaLabel?: string;
  readonly variant?: ButtonVariant;
  readonly isDisabled?: boolean;
  /** The question. */
  readonly title: string;
  /** What ends or changes by it. */
  readonly children: ReactNode;
  /** The answer that does it: says what, not `yes`. */
  readonly confirm: string;
  readonly onConfirm: () => void;
}

/** Asks before what cannot be taken back. What can is done at once, with a way back (tidings.tsx). */
export function ConfirmButton({ children, confirm, onConfirm, ...rest }: ConfirmButtonProps) {
  const { say } = useVoice();
  return (
    <DialogButton {...rest} role="alertdialog">
      {(close) => (
        <>
          <div className="dialog-text">{children}</div>
          <div className="dialog-ways">
            {/* First in the order, so that Enter pressed too early changes nothing. */}
            <Button autoFocus onPress={close}>
              {say('leave-it')}
            </Button>
            <Button
              variant="grave"
              onPress={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </div>
        </>
      )}
    </DialogButton>
  );
}
