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
