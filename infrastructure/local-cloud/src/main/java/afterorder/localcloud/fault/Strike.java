package afterorder.localcloud.fault;

import afterorder.localcloud.edge.Call;

/**
 * One time that a rule struck.
 *
 * @param rule its id
 * @param unrecorded the mails that SES had taken from the same environment, while no row said so yet: where it is struck
 *     then, they may come twice, which nothing can prevent
 */
record Strike(long rule, Effect effect, Call call, UnrecordedMails.Unrecorded unrecorded) {}
