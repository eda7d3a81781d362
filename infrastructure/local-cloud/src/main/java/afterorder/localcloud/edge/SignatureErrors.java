package afterorder.localcloud.edge;

import java.time.Instant;

/** How a service words that a signature does not hold: the services never agreed on codes and statuses. */
record SignatureErrors(int status, String unknownKeyCode, String wrongCode, String skewedCode, String expiredCode) {

    static SignatureErrors of(String service) {
        return switch (service) {
            case "s3" ->
                new SignatureErrors(
                        403, "InvalidAccessKeyId", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "AccessDenied");
            case "dynamodb", "secretsmanager", "states" ->
                new SignatureErrors(
                        400,
                        "UnrecognizedClientException",
                        "InvalidSignatureException",
                        "InvalidSignatureException",
                        "InvalidSignatureException");
            case "lambda" ->
                new SignatureErrors(
                        403,
                        "UnrecognizedClientException",
                        "InvalidSignatureException",
                        "InvalidSignatureException",
                        "InvalidSignatureException");
            default ->
                new SignatureErrors(
                        403,
                        "InvalidClientTokenId",
                        "SignatureDoesNotMatch",
                        "SignatureDoesNotMatch",
                        "SignatureDoesNotMatch");
        };
    }

    AwsError unknownKey() {
        return error(unknownKeyCode, "The security token included in the request is invalid.");
    }

    AwsError wrong() {
        return error(
                wrongCode,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.");
    }

    AwsError skewed(Instant signed, Instant now) {
        return error(
                skewedCode, "Signature expired or not yet current: it was signed at " + signed + ", now is " + now);
    }

    AwsError expired() {
        return error(expiredCode, "Request has expired");
    }

    AwsError noDate() {
        return error(expiredCode, "AWS authentication requires a valid Date or x-amz-date header");
    }

    AwsError badLifetime() {
        return AwsError.of("AuthorizationQueryParametersError", "X-Amz-Expires must be from 1 to 604800 seconds");
    }

    private AwsError error(String code, String message) {
        return new AwsError(status, code, message);
    }
}
