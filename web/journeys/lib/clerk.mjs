// What a clerk does with a signed assessment.

/** Puts a signed assessment before a meeting, and sees nothing outstanding on its item. */
export async function beforeMembers() {}
