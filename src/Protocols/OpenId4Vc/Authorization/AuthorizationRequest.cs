// RFC 6749 §4.1.1; RFC 7636 §4.3; RFC 9126 §2.1; RFC 9449 §10 (dpop_jkt); RFC 9700 §2.1; OpenID4VCI 1.0 §5.1.
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>A wallet asks that a person may grant it a credential; pushed, or in the address of the authorization endpoint.</summary>
/// <param name="ClientId">Who asks.</param>
/// <param name="RedirectUri">Where the answer goes.</param>
/// <param name="Challenge">`code_challenge` by S256.</param>
public sealed record AuthorizationRequest(string ClientId, string RedirectUri, string Challenge)
{
    private const int MaxClientId = 500;
    private const int MaxState = 2_000;
    private const int MaxIssuerState = 500;
    private const int ThumbprintLength = 43;

    /// <summary>`state`, returned unchanged; null when the wallet sent none.</summary>
    public string? State { get; init; }

    /// <summary>The credential configurations in `authorization_details`; empty when it was not used.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The values of `scope`; which of them mean anything is the issuer's to know.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>`issuer_state` of an offer; anybody may have written it.</summary>
    public string? IssuerState { get; init; }

    /// <summary>`dpop_jkt`: the key that the code is to be bound to, or null.</summary>
    public string? DpopThumbprint { get; init; }

    /// <summary>Reads the parameters of a request.</summary>
    /// <param name="form">The parameters, none twice.</param>
    /// <param name="issuer">The credential issuer, for `locations`.</param>
    public static Checked<AuthorizationRequest> Parse(FormParameters form, string issuer)
    {
        if ((CheckKind(form) ?? CheckAddressee(form) ?? CheckBinding(form)) is { } broken)
            return broken;
        return AuthorizationDetails.Parse(form[AuthorizationDetails.Parameter], issuer).Then<AuthorizationRequest>(
            details => new AuthorizationRequest(form["client_id"]!, form["redirect_uri"]!, form["code_challenge"]!)
            {
                State = form["state"],
                Details = details,
                Scopes = form["scope"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
                IssuerState = form["issuer_state"],
                DpopThumbprint = form["dpop_jkt"],
            });
    }

    /// <summary>The parameters, for the body of a pushed request or the query of an address.</summary>
    public string ToForm() => FormParameters.Write(
        ("response_type", "code"),
        ("client_id", ClientId),
        ("redirect_uri", RedirectUri),
        ("code_challenge", Challenge),
        ("code_challenge_method", CodeChallenge.Method),
        ("state", State),
        (AuthorizationDetails.Parameter, Details.Count > 0 ? AuthorizationDetails.Ask(Details[0]) : null),
        ("scope", Scopes.Count > 0 ? string.Join(' ', Scopes) : null),
        ("issuer_state", IssuerState),
        ("dpop_jkt", DpopThumbprint));

    private static ProtocolError? CheckKind(FormParameters form)
    {
        // RFC 9126 §2.1: a pushed request never points at another one; the same holds for the address.
        if (form["request_uri"] is not null)
            return Refuse("RFC 9126 §2.1", "request_uri stands inside a request.");
        if (form["request"] is not null)
            return new ProtocolError(AuthorizationErrors.RequestNotSupported, "RFC 9101 §6.2", "Signed request objects are not read.");
        if (form["response_type"] is null)
            return Refuse("RFC 6749 §4.1.1", "response_type is missing.");
        if (form["response_type"] != "code")
            return new ProtocolError(AuthorizationErrors.UnsupportedResponseType, "RFC 6749 §4.1.2.1", "Only the response type code is offered.");
        return form["response_mode"] is null or "query" ? null : Refuse("OAuth 2.0 Multiple Response Types §2.1", "Only the response mode query is offered.");
    }

    private static ProtocolError? CheckAddressee(FormParameters form)
    {
        if (form["client_id"] is not { Length: <= MaxClientId })
            return Refuse("RFC 6749 §4.1.1", "client_id is missing or too long.");
        if (!RedirectAddress.IsAllowed(form["redirect_uri"]))
            return Refuse("RFC 6749 §3.1.2, RFC 9700 §2.1", "redirect_uri is missing, or neither https nor an app's own scheme.");
        if (form["state"] is { Length: > MaxState })
            return Refuse("RFC 6749 §4.1.1", $"state is longer than {MaxState} characters.");
        return form["issuer_state"] is { Length: > MaxIssuerState } ? Refuse("OpenID4VCI 1.0 §5.1.3", "issuer_state is too long.") : null;
    }

    private static ProtocolError? CheckBinding(FormParameters form)
    {
        // RFC 9700 §2.1.1: without PKCE a stolen code is as good as the wallet's own.
        if (!CodeChallenge.IsChallenge(form["code_challenge"]))
            return Refuse("RFC 7636 §4.4.1", "code_challenge is missing or no SHA-256 digest.");
        if (form["code_challenge_method"] != CodeChallenge.Method)
            return Refuse("RFC 7636 §4.4.1", "code_challenge_method is not S256.");
        return form["dpop_jkt"] is null or { Length: ThumbprintLength } ? null : Refuse("RFC 9449 §10", "dpop_jkt is no thumbprint.");
    }

    private static ProtocolError Refuse(string clause, string detail) => new(IssuanceErrors.InvalidRequest, clause, detail);
}
