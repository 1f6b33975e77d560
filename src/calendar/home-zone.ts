/** The zone of pages that belong to no plan, and so to no plan's zone: sessions, tokens, feeds, webhooks, the calendar. */
export const HOME_ZONE = 'Asia/Dhaka';
