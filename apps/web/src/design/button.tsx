import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import './button.css';

/** `main`: what most come for, once on a page. `quiet`: without a frame, beside others. `grave`: cannot be taken back. */
export type ButtonVariant = 'main' | 'usual' | 'quiet' | 'grave';

interface Look {
  readonly variant?: ButtonVariant;
}

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'isPending'>, Look {
  /** Under way: a further press does nothing, and the focus stays. */
  readonly isPending?: boolean;
}

export function Button({ variant = 'usual', isPending = false, onPress, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={`button button-${variant}`}
      data-busy={isPending}
      {...(onPress !== undefined && !isPending && { onPress })}
    />
  );
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & Look & { readonly ref?: Ref<HTMLAnchorElement> };

function Anchor({ variant = 'usual', ...rest }: AnchorProps) {
  return <a {...rest} className={`button button-${variant}`} />;
}

/** Looks like a button, and leads to a page of the app. */
export const LinkButton = createLink(Anchor);
