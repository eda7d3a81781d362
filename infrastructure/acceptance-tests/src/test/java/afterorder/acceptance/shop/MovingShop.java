package afterorder.acceptance.shop;

/** Gives tests a shop whose clock they move, one for all of them; what they place must be ended when they end. */
public final class MovingShop extends OpenShop {}
