package afterorder.acceptance.shop;

/** Gives tests a shop whose clock goes years ahead: what is sold today may be sold no longer there. */
public final class DistantShop extends OpenShop {}
