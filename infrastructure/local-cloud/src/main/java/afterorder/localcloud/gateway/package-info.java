/** API Gateway: an HTTP API in front of functions, its JWT authorizer, and an issuer of tokens for this machine. */
@NullMarked
package afterorder.localcloud.gateway;

import org.jspecify.annotations.NullMarked;
