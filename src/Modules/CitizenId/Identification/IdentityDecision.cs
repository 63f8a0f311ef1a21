using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>What follows from the ID card and the register's answer.</summary>
internal abstract record IdentityDecision
{
    private IdentityDecision()
    {
    }

    /// <summary>Decides. The register is right about where somebody lives: a card with an old address is no obstacle.</summary>
    public static IdentityDecision Decide(IdCard card, RegisterAnswer<Resident> answer, string ags, DateOnly today) => answer.Match<IdentityDecision>(
        resident => ResidencyRules.Refuse(resident, ags, today) is { } refusal ? new Refused(refusal) : new Granted(resident.Id, HasOldAddress(card, resident, today)),
        () => new Refused(new NotInRegister()),
        () => new Refused(new SeveralInRegister()),
        () => new Wait());

    private static bool HasOldAddress(IdCard card, Resident resident, DateOnly today) =>
        !resident.Residences.Any(residence => residence.IsCurrentOn(today)
            && StreetAddresses.Same(residence.Address.StreetAddress, card.StreetAddress) && residence.Address.PostalCode == card.PostalCode);

    /// <summary>The person gets the citizen ID.</summary>
    public sealed record Granted(ResidentId Resident, bool CardAddressIsOld) : IdentityDecision;

    /// <summary>The person gets none.</summary>
    public sealed record Refused(Refusal Refusal) : IdentityDecision;

    /// <summary>The register did not answer: ask again.</summary>
    public sealed record Wait : IdentityDecision;
}
