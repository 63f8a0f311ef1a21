namespace Modellstadt.Issuer.Authorization;

/// <summary>Nothing waits under this request in this browser: it expired, was decided, or was opened elsewhere since.</summary>
internal sealed record RequestEnded() : IssuerRefusal("request-ended", 410, texts => texts.RequestEnded);

/// <summary>The wallet's request breaks the rules.</summary>
internal sealed record BrokenRequest() : IssuerRefusal("broken-request", 400, texts => texts.BrokenRequest);

/// <summary>No page decides about this type without an offer.</summary>
internal sealed record StartAtTheTown() : IssuerRefusal("start-at-the-town", 422, texts => texts.StartAtTheTown);

/// <summary>The typed transaction code is missing or wrong.</summary>
internal sealed record WrongTransactionCode() : IssuerRefusal("wrong-transaction-code", 422, texts => texts.WrongTransactionCode);
