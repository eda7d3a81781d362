/** Orders on their way while things go wrong: at each call of AWS, in each way, and what must hold after it. */
@org.jspecify.annotations.NullMarked
package afterorder.acceptance.crash;
