package afterorder.localcloud.iam;

import java.util.List;
import java.util.Set;

/** The actions that a statement may name here. */
public final class Actions {
    /** What a call that the edge sees may need. */
    private static final Set<String> SEEN = Set.of(
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:UpdateItem",
            "kms:Decrypt",
            "kms:GenerateDataKey",
            "lambda:InvokeFunction",
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:ListBucket",
            "s3:PutObject",
            "s3:PutObjectAcl",
            "s3:PutObjectLegalHold",
            "s3:PutObjectRetention",
            "secretsmanager:GetSecretValue",
            "ses:SendEmail",
            "ses:SendRawEmail",
            "sns:Publish",
            "sqs:ChangeMessageVisibility",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ReceiveMessage",
            "sqs:SendMessage",
            "states:SendTaskFailure",
            "states:SendTaskHeartbeat",
            "states:SendTaskSuccess",
            "states:StartExecution");

    /** Of services that are not here: whether they are needed shows on AWS only. */
    private static final List<String> UNSEEN = List.of("logs:", "xray:", "cloudwatch:");

    private Actions() {}

    /** Whether a call may need it. An action that is misspelled allows nothing, and nobody would notice. */
    public static boolean isKnown(Wildcard action) {
        return isSeen(action)
                || UNSEEN.stream().anyMatch(prefix -> action.text().startsWith(prefix));
    }

    /** Whether the edge sees calls that need it. */
    public static boolean isSeen(Wildcard action) {
        return SEEN.stream().anyMatch(action::matches);
    }
}
