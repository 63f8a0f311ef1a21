// OpenID4VCI 1.0 §8.2 (credential request), §8.3 (response), §9.1 (deferred credential request), §10 (encryption), §12.2.4 (what the metadata
// demand), App. D.1 and F (proofs).
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Holder;

/// <summary>What a wallet knows when it asks for copies.</summary>
/// <param name="Issuer">The issuer's metadata.</param>
/// <param name="ConfigurationId">Which of its credential configurations.</param>
/// <param name="Now">The time of asking.</param>
public sealed record CopyRequestRules(CredentialIssuerMetadata Issuer, string ConfigurationId, DateTimeOffset Now)
{
    /// <summary>`c_nonce`; null when the issuer has no nonce endpoint.</summary>
    public string? Nonce { get; init; }

    /// <summary>The identifier from the token response; null when it named none.</summary>
    public string? CredentialIdentifier { get; init; }

    /// <summary>The wallet's `client_id`; null when it came to the token endpoint without a name.</summary>
    public string? ClientId { get; init; }

    /// <summary>Attests keys under the nonce; null when the wallet has nobody who does. Asked only where the issuer reads attestations.</summary>
    public string? KeyAttestation { get; init; }

    /// <summary>True: encrypted wherever the issuer can; false: where it must.</summary>
    public bool Encrypts { get; init; }
}

/// <summary>
/// A question for copies, ready to be sent, and the one way to read what the issuer answers to it: an answer in the clear is not an
/// answer to a question that asked for an encrypted one.
/// </summary>
public sealed class CopyRequest : IDisposable
{
    private readonly DecryptionKey? responses;
    private readonly int keys;

    private CopyRequest(JsonObject message, CredentialIssuerMetadata issuer, DecryptionKey? responses, (int Keys, bool Encrypts) how, RandomFill random)
    {
        (this.responses, keys) = (responses, how.Keys);
        var recipient = how.Encrypts || responses is not null ? issuer.RequestEncryption!.Choose()! : null;
        MediaType = recipient is null ? MediaTypeNames.Application.Json : MessageEncryption.MediaType;
        Body = recipient is null ? StrictJson.Write(message) : Encoding.ASCII.GetBytes(MessageEncryption.Seal(message, recipient, random));
    }

    /// <summary>`Content-Type`.</summary>
    public string MediaType { get; }

    /// <summary>The body.</summary>
    public byte[] Body { get; }

    /// <summary>A request at the credential endpoint; or why this wallet cannot ask this issuer.</summary>
    /// <param name="keys">The keys for the copies: different ones, as many as copies are wanted.</param>
    /// <param name="rules">What is known.</param>
    /// <param name="random">Makes the keys of the encryption.</param>
    public static Checked<CopyRequest> Prepare(IReadOnlyList<SigningKey> keys, CopyRequestRules rules, RandomFill random)
    {
        if (rules.Issuer.Configurations.FirstOrDefault(each => each.Id == rules.ConfigurationId) is not { } configuration)
            return Refuse("§8.2", "The issuer has no such credential configuration.");
        // §12.2.4: batch_size is the most; §15.4.1: one copy for one key.
        if (keys.Count == 0 || keys.Count > rules.Issuer.BatchSize || keys.Select(key => key.PublicKey.Thumbprint).Distinct().Count() < keys.Count)
            return Refuse("§12.2.4", $"There are no keys, more than {rules.Issuer.BatchSize}, or one stands twice.");
        if (rules.Issuer.NonceEndpoint is not null && rules.Nonce is null)
            return Refuse("App. F.1", "The issuer has a nonce endpoint; its nonce is missing.");
        if (!ProofsFor(keys, configuration, rules).TryGetValue(out var request, out var error))
            return error;
        request = rules.CredentialIdentifier is null ? request with { ConfigurationId = rules.ConfigurationId } : request with { CredentialIdentifier = rules.CredentialIdentifier };
        return Seal(rules.Issuer, recipient => (request with { ResponseRecipient = recipient }).ToJson(), (keys.Count, rules.Encrypts), random);
    }

    /// <summary>A request at the deferred credential endpoint, with a key of its own for the answer (§9.1).</summary>
    /// <param name="deferred">What the issuer answered before.</param>
    /// <param name="keys">For how many keys the copies were asked.</param>
    /// <param name="rules">What is known.</param>
    /// <param name="random">Makes the keys of the encryption.</param>
    public static Checked<CopyRequest> AskAgain(DeferredIssuance deferred, int keys, CopyRequestRules rules, RandomFill random) => rules.Issuer.DeferredEndpoint is null
        ? Refuse("§9", "The issuer has no deferred credential endpoint.")
        : Seal(rules.Issuer, recipient => new DeferredCredentialRequest(deferred.TransactionId) { ResponseRecipient = recipient }.ToJson(), (keys, rules.Encrypts), random);

    /// <summary>Reads a good answer (200 or 202).</summary>
    /// <param name="mediaType">`Content-Type` without parameters.</param>
    /// <param name="body">The body.</param>
    public Checked<CredentialResponse> Read(string? mediaType, ReadOnlySpan<byte> body)
    {
        // §8.3: encrypted exactly when it was asked for.
        if (mediaType != (responses is null ? MediaTypeNames.Application.Json : MessageEncryption.MediaType))
            return new ProtocolError(ErrorCodes.Type, "OpenID4VCI 1.0 §8.3, §10", "The answer is in the clear although an encrypted one was asked for, or the other way round.");
        return responses is null
            ? CredentialResponse.Parse(body, keys)
            : MessageEncryption.OpenResponse(Encoding.UTF8.GetString(body), responses).Then(message => CredentialResponse.Parse(message, keys));
    }

    /// <summary>Reads a good answer of the deferred credential endpoint; the transaction must have stayed the same (§9.2).</summary>
    public Checked<CredentialResponse> ReadAgain(string? mediaType, ReadOnlySpan<byte> body, DeferredIssuance before) => Read(mediaType, body)
        .Then<CredentialResponse>(answer => answer.Deferred is { } still && still.TransactionId != before.TransactionId
            ? new ProtocolError(ErrorCodes.Claim, "OpenID4VCI 1.0 §9.2", "The issuer changed the transaction id.")
            : answer);

    /// <inheritdoc/>
    public void Dispose() => responses?.Dispose();

    private static Checked<CredentialRequest> ProofsFor(IReadOnlyList<SigningKey> keys, CredentialConfiguration configuration, CopyRequestRules rules)
    {
        if (configuration.KeyAttestation is not null && rules.KeyAttestation is null)
            return Refuse("§12.2.4 (key_attestations_required)", "The issuer wants to know where the keys lie, and nobody attests it.");
        // HAIP 1.0 §4.5.1: one attestation for all keys; none of them signs.
        if (rules.KeyAttestation is not null && configuration.AttestationAlgorithms.Contains(JoseAlgorithms.Es256))
            return new CredentialRequest([rules.KeyAttestation]) { ProofType = KeyProofs.ByAttestation };
        if (!configuration.ProofAlgorithms.Contains(JoseAlgorithms.Es256))
            return Refuse("§12.2.4 (proof_types_supported)", "The issuer reads no proof that this wallet can make.");
        var attestation = configuration.KeyAttestation is null ? null : rules.KeyAttestation;
        return new CredentialRequest([.. keys.Select(key => HolderKeyProof.Create(key, rules.Issuer.CredentialIssuer, rules.Nonce, rules.Now, attestation, rules.ClientId))]);
    }

    private static Checked<CopyRequest> Seal(CredentialIssuerMetadata issuer, Func<JweRecipient?, JsonObject> message, (int Keys, bool Encrypts) how, RandomFill random)
    {
        var (requests, answers) = (issuer.RequestEncryption, issuer.ResponseEncryption);
        var encryptsRequest = requests is not null && (how.Encrypts || requests.Required);
        if (answers is null || !(how.Encrypts || answers.Required))
            return encryptsRequest && requests!.Choose() is null ? NoWay() : new CopyRequest(message(null), issuer, null, (how.Keys, encryptsRequest), random);
        // §8.2: whoever asks for an encrypted response encrypts the request; without a way to do so nothing is sent, rather than in the clear.
        var key = DecryptionKey.Create(random);
        return requests?.Choose() is not null && answers.Choose(key.PublicKey) is { } recipient
            ? new CopyRequest(message(recipient), issuer, key, (how.Keys, true), random)
            : NoWay();
    }

    private static ProtocolError NoWay() => Refuse("§10", "The issuer and this wallet have no encryption in common.");

    private static ProtocolError Refuse(string section, string detail) => new(ErrorCodes.Malformed, $"OpenID4VCI 1.0 {section}", detail);
}
