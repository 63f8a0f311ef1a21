using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Registration;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>Rebuilds the question of a waiting presentation, for sending it and for checking the answer against it.</summary>
internal sealed class Questions(AccessCertificates certificates, TownRegistration registration, VerifierSecrets secrets, IOptions<TownOptions> town)
{
    public Question Open(AskedPresentation presentation)
    {
        var query = DcqlQuery.Parse((JsonObject)JsonNode.Parse(presentation.Query)!).Expect();
        var policy = StoredPolicy.Read(presentation.Policy, query);
        var key = policy.AnswersInTheClear ? null : DecryptionKey.FromPkcs8(secrets.Open(presentation.EncryptionKey));
        var encryption = key is null ? null : new ResponseEncryption(key.PublicKey with { KeyId = key.PublicKey.Thumbprint }, ResponseEncryption.DefaultEncryptions);
        var responseUri = new Uri(town.Value.At($"/verifier/responses/{presentation.WalletId}"));
        var request = new RequestObject(certificates.For(presentation.ExpiresAt).ClientIdFor(policy.ClientIdPrefix, responseUri), responseUri, presentation.Nonce, query, encryption)
        {
            State = presentation.RequestState,
            ClientName = town.Value.Name,
            Purpose = new RequestPurpose(presentation.PurposeGerman, presentation.PurposeEnglish),
            Statements = registration.StatementsFor(query),
            Transactions = policy.Transactions,
            AnnouncedOffer = ReadAnnouncement(presentation.AnnouncedOffer),
            CrossDevice = presentation.CrossDevice,
        };
        return new Question(request, policy, key);
    }

    private static OfferAnnouncement? ReadAnnouncement(string? json) =>
        json is null || JsonSerializer.Deserialize<AnnouncedOffer>(json) is not { } announced
            ? null
            : new OfferAnnouncement(announced.CredentialIssuer, announced.ConfigurationIds);
}
