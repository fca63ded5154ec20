/** The server's rule, told before the first attempt; the server decides again. */
export const PASSWORD_MIN = 15;
