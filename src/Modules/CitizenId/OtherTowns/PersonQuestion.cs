using Modellstadt.Issuer;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>
/// The question who somebody is. This town's citizen ID is asked for the reference alone. Where other towns' count, the wallet may show
/// one of theirs instead, with what this town's register looks people up by; each side is named by its keys, so that the wallet can tell.
/// </summary>
internal sealed class PersonQuestion(AcceptedTowns towns, IssuerAnchors anchors)
{
    /// <summary>The identifier of the query for other towns' citizen IDs.</summary>
    private const string OthersQueryId = "citizen_id_of_other_town";

    /// <summary>The question of this moment.</summary>
    public DcqlQuery Query
    {
        get
        {
            var own = CitizenIds.QueryFor(CitizenIds.ReferenceClaim);
            return towns.All.Count == 0 ? own : WithOthers(own.Credentials[0]);
        }
    }

    private DcqlQuery WithOthers(CredentialQuery own)
    {
        var ownRoots = anchors.All.Where(anchor => anchor.Slug == IssuerIdentity.TownSlug).Select(anchor => anchor.Certificate);
        var others = CredentialQuery.SdJwt(OthersQueryId, [CitizenIds.Vct], CardOfOtherTown.AskedClaims);
        return new DcqlQuery(
        [
            own with { TrustedAuthorities = [TrustedAuthorityQuery.Of(ownRoots)] },
            others with { TrustedAuthorities = [TrustedAuthorityQuery.Of(towns.All.SelectMany(town => town.Roots))] },
        ])
        {
            CredentialSets = [new CredentialSetQuery([[CitizenIds.QueryId], [OthersQueryId]])],
        };
    }
}
