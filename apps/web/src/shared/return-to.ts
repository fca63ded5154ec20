/** Where to go after signing in: only a path of this app, never another site. */
export function returnTo(search: string): string {
  const wish = new URLSearchParams(search).get('returnTo') ?? '';
  return /^\/(?![/\\])/.test(wish) ? wish : '/';
}

export function signInPath(from: { pathname: string; search: string }, why?: 'expired'): string {
  const query = new URLSearchParams();
  const here = from.pathname + from.search;
  if (here !== '/') query.set('returnTo', here);
  if (why) query.set('why', why);
  const text = query.toString();
  return text ? `/sign-in?${text}` : '/sign-in';
}
