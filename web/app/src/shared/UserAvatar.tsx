import type { UserSummary } from '@goldset/api';
import { Avatar } from '@mantine/core';
import classes from './UserAvatar.module.css';
import { initials, userName } from './userName';

interface UserAvatarProps {
  user: Pick<UserSummary, 'first_name' | 'last_name' | 'username' | 'email' | 'avatar'>;
  /** Diameter in pixels. */
  size?: number;
}

/** A person's picture, or their initials. Shows the name on hover. */
export function UserAvatar({ user, size = 24 }: UserAvatarProps) {
  const name = userName(user);
  return (
    <Avatar src={user.avatar} alt={name} title={name} size={size} radius="50%" classNames={classes}>
      <span style={{ fontSize: size * 0.42, lineHeight: 1 }}>{initials(user)}</span>
    </Avatar>
  );
}
