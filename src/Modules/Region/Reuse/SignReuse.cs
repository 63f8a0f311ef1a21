using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Region.Feeds;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Reuse;

/// <summary>Puts this town's signature below a record and tells the others.</summary>
internal sealed class SignReuse(FeedKey key, IOptions<TownOptions> town)
{
    /// <summary>The kind of notes in feeds.</summary>
    public const string Kind = "reuse";

    /// <summary>The member of a note that holds the credential.</summary>
    public const string CredentialMember = "credential";

    /// <summary>Signs; stored when <paramref name="database"/> is saved.</summary>
    public void Add(RegionDb database, ReuseRecord record, DateTimeOffset at)
    {
        var signer = new ReuseSigner(town.Value.Ags, town.Value.Name, town.Value.At(""));
        var credential = ReuseCredential.Sign(signer, at, key.Signing, record);
        database.ReuseSignatures.Add(new ReuseSignatureRow { RecordId = record.Id, Town = town.Value.Ags, SignedAt = at, Credential = credential });
        FeedNotes.Tell(database, Kind, record.Id, at, new JsonObject { [CredentialMember] = credential });
    }
}
