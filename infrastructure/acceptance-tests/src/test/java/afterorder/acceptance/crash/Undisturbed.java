package afterorder.acceptance.crash;

import java.util.List;

/**
 * How a scenario goes when nothing goes wrong.
 *
 * @param calls that functions make for its order
 * @param mails that it brings about
 */
record Undisturbed(List<CallPoint> calls, MailPattern mails) {}
