// RFC 6749 §4.1.3, §6 (token requests), §5.2 (errors); RFC 7636 §4.5; OpenID4VCI 1.0 §6.1.
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Authorization;

/// <summary>What a wallet shows to get an access token: one of <see cref="TokenRequest"/>, <see cref="CodeTokenRequest"/>, <see cref="RefreshTokenRequest"/>.</summary>
public abstract record TokenGrant
{
    /// <summary>The grant type of the authorization code flow.</summary>
    public const string AuthorizationCode = "authorization_code";

    /// <summary>The grant type of refresh tokens.</summary>
    public const string RefreshToken = "refresh_token";

    private const int MaxCode = 512;
    private const int MaxToken = 1_024;
    private const int MaxClientId = 500;

    /// <summary>`client_id`, or null.</summary>
    public string? ClientId { get; init; }

    /// <summary>The credential configurations in `authorization_details`; empty when it was not sent.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Reads the form body of the token endpoint.</summary>
    /// <param name="form">The body.</param>
    /// <param name="issuer">The credential issuer, for `locations` in details.</param>
    public static Checked<TokenGrant> Parse(string form, string issuer) => FormParameters.Parse(form).Then(parameters => Read(parameters, issuer));

    /// <summary>The form body.</summary>
    public abstract string ToForm();

    /// <summary>The parameters that every grant may have.</summary>
    protected (string Name, string? Value)[] Common() =>
        [("client_id", ClientId), (AuthorizationDetails.Parameter, Details.Count > 0 ? AuthorizationDetails.Ask(Details[0]) : null)];

    private static Checked<TokenGrant> Read(FormParameters form, string issuer)
    {
        if (form["client_id"] is { Length: > MaxClientId })
            return Refuse(IssuanceErrors.InvalidRequest, "RFC 6749 §3.2.1", "client_id is too long.");
        if (!AuthorizationDetails.Parse(form[AuthorizationDetails.Parameter], issuer).TryGetValue(out var details, out var error))
            return error;
        return ReadGrant(form).Then<TokenGrant>(grant => grant with { ClientId = form["client_id"], Details = details });
    }

    private static Checked<TokenGrant> ReadGrant(FormParameters form) => form["grant_type"] switch
    {
        null => Refuse(IssuanceErrors.InvalidRequest, "RFC 6749 §4.5", "grant_type is missing."),
        CredentialOfferObject.PreAuthorizedGrant => ReadPreAuthorized(form),
        AuthorizationCode => ReadCode(form),
        RefreshToken => form["refresh_token"] is { Length: <= MaxToken } token
            ? new RefreshTokenRequest(token)
            : Refuse(IssuanceErrors.InvalidRequest, "RFC 6749 §6", "refresh_token is missing or too long."),
        _ => Refuse(IssuanceErrors.UnsupportedGrantType, "RFC 6749 §5.2", "This grant type is not offered."),
    };

    private static Checked<TokenGrant> ReadPreAuthorized(FormParameters form)
        => form["pre-authorized_code"] is { Length: <= MaxCode } code && form["tx_code"] is null or { Length: <= MaxCode }
            ? new TokenRequest(code, form["tx_code"])
            : Refuse(IssuanceErrors.InvalidRequest, "OpenID4VCI 1.0 §6.1", "pre-authorized_code is missing, or a code is too long.");

    private static Checked<TokenGrant> ReadCode(FormParameters form)
    {
        if (form["code"] is not { Length: <= MaxCode } code)
            return Refuse(IssuanceErrors.InvalidRequest, "RFC 6749 §4.1.3", "code is missing or too long.");
        // RFC 6749 §4.1.3: it was in the request, so it is in this one.
        if (form["redirect_uri"] is not { } redirect)
            return Refuse(IssuanceErrors.InvalidRequest, "RFC 6749 §4.1.3", "redirect_uri is missing.");
        // RFC 7636 §4.5.
        return CodeChallenge.IsVerifier(form["code_verifier"])
            ? new CodeTokenRequest(code, redirect, form["code_verifier"]!)
            : Refuse(IssuanceErrors.InvalidRequest, "RFC 7636 §4.1, §4.5", "code_verifier is missing or not 43 to 128 unreserved characters.");
    }

    private static ProtocolError Refuse(string code, string clause, string detail) => new(code, clause, detail);
}

/// <summary>An authorization code for an access token.</summary>
/// <param name="Code">The code.</param>
/// <param name="RedirectUri">`redirect_uri` of the authorization request.</param>
/// <param name="Verifier">What the challenge was made of.</param>
public sealed record CodeTokenRequest(string Code, string RedirectUri, string Verifier) : TokenGrant
{
    /// <inheritdoc/>
    public override string ToForm() => FormParameters.Write(
        [("grant_type", AuthorizationCode), ("code", Code), ("redirect_uri", RedirectUri), ("code_verifier", Verifier), .. Common()]);
}

/// <summary>A refresh token for a new access token.</summary>
/// <param name="Token">The refresh token.</param>
public sealed record RefreshTokenRequest(string Token) : TokenGrant
{
    /// <inheritdoc/>
    public override string ToForm() => FormParameters.Write([("grant_type", RefreshToken), ("refresh_token", Token), .. Common()]);
}
