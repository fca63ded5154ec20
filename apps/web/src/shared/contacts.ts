interface ContactLike {
  readonly closedAt: string | null;
  readonly openedBy: { readonly id: string };
}

/** The contact that the viewer has open; what they write belongs to it. */
export function openContactOf<T extends ContactLike>(contacts: readonly T[], personId: string): T | undefined {
  return contacts.find((contact) => contact.closedAt === null && contact.openedBy.id === personId);
}
