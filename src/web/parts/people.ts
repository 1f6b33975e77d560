import type { Recipient } from '../../notices/recipients.ts';
import type { Language, Plan, Post } from '../../plan/types.ts';

/** A post's title; its id where the plan no longer has it. */
export function postTitle(posts: readonly Post[], id: string, language: Language): string {
  return posts.find((post) => post.id === id)?.title[language] ?? id;
}

/** The posts told, as a list of titles; nobody twice. */
export function postTitles(plan: Plan, to: readonly Recipient[], language: Language): string[] {
  return [...new Set(to.map(({ post }) => postTitle(plan.posts, post, language)))];
}

/** Who did something, as holder of which post; null where neither is known any more. */
export function actorTitle(
  { people, posts }: Plan,
  by: { readonly post: string | null; readonly person: string | null },
  language: Language,
): string | null {
  const post = by.post === null ? null : postTitle(posts, by.post, language);
  const person = people.find(({ id }) => id === by.person)?.name[language] ?? null;
  return person !== null && post !== null && person !== post ? `${person}, ${post}` : (post ?? person);
}
