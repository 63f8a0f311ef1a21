using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Permits;

/// <summary>A reason to end an application.</summary>
internal abstract record PermitRefusal(string Name, Func<ParkingTexts, RefusalText> Words, int StatusCode = 422) : ParkingRefusal(Name, StatusCode, Words);

/// <summary>A reason to ask the citizen once more: another choice mends it.</summary>
internal abstract record WishRefusal(string Name, Func<ParkingTexts, RefusalText> Words) : PermitRefusal(Name, Words);

/// <summary>No rule decides it: the application goes to a clerk, and this says why.</summary>
internal abstract record OfficeDecides(string Name, Func<ParkingTexts, RefusalText> Words) : PermitRefusal(Name, Words);

/// <summary>The register may not give information, or the citizen ID leads to nobody.</summary>
internal sealed record PersonUnclear() : OfficeDecides("person-unclear", texts => texts.PersonUnclear);

/// <summary>Everything is decided, and the town states no basis on which a program may decide alone: a clerk releases it (VwVfG NRW § 35a).</summary>
internal sealed record AwaitsRelease() : OfficeDecides("awaits-release", texts => texts.AwaitsRelease);

/// <summary>A clerk refused it.</summary>
/// <param name="Reason">Why, in the clerk's words.</param>
internal sealed record RefusedByOffice(string Reason) : PermitRefusal("refused-by-office", texts => texts.RefusedByOffice(Reason));

/// <summary>No residence in this town.</summary>
internal sealed record NotResident() : PermitRefusal("not-resident", texts => texts.NotResident);

/// <summary>Only a residence of a kind that does not count here.</summary>
internal sealed record SecondaryResidence() : PermitRefusal("secondary-residence", texts => texts.SecondaryResidence);

/// <summary>The street belongs to no zone.</summary>
internal sealed record NotInAnyZone(string Address) : PermitRefusal("not-in-any-zone", texts => texts.NotInAnyZone(Address));

/// <summary>The street belongs to a zone, the house does not.</summary>
internal sealed record OutsideNumbers(string Street, string House) : PermitRefusal("outside-numbers", texts => texts.OutsideNumbers(Street, House));

/// <summary>The published facts do not decide the zone.</summary>
internal sealed record AskOffice(OpenQuestion Question) : OfficeDecides("ask-office", texts => texts.AskOffice(Question));

/// <summary>A rule of the town was not found published.</summary>
/// <param name="Rule">Which one.</param>
/// <param name="Plate">The vehicle that it is about; null when it is about none.</param>
internal sealed record RuleUnknown(OpenRule Rule, string? Plate = null) : OfficeDecides("rule-unknown", texts => texts.RuleUnknown);

/// <summary>The town's fee was not found published.</summary>
internal sealed record FeeUnknown() : OfficeDecides("fee-unknown", texts => texts.FeeUnknown);

/// <summary>No vehicle is registered to the person.</summary>
internal sealed record NoVehicle() : PermitRefusal("no-vehicle", texts => texts.NoVehicle);

/// <summary>The chosen vehicle is not registered to the person.</summary>
internal sealed record VehicleNotRegistered() : WishRefusal("vehicle-not-registered", texts => texts.VehicleNotRegistered);

/// <summary>The town gives this kind of vehicle no permit.</summary>
internal sealed record VehicleNotAllowed(string Plate) : PermitRefusal("vehicle-not-allowed", texts => texts.VehicleNotAllowed(Plate));

/// <summary>Longer or wider than the town allows.</summary>
internal sealed record VehicleTooLarge(string Plate, int? MaxLengthMm, int? MaxWidthMm) : PermitRefusal("vehicle-too-large", texts => texts.VehicleTooLarge(Plate, MaxLengthMm, MaxWidthMm));

/// <summary>A company keeps the vehicle: a paper must be looked at.</summary>
internal sealed record CompanyVehicle(string Plate) : OfficeDecides("company-vehicle", texts => texts.CompanyVehicle(Plate));

/// <summary>More plates than may stand on one permit.</summary>
internal sealed record TooManyPlates(int Most) : WishRefusal("too-many-plates", texts => texts.TooManyPlates(Most));

/// <summary>Not the form of a German plate.</summary>
internal sealed record UnknownPlateForm(string Written) : OfficeDecides("unknown-plate-form", texts => texts.UnknownPlateForm(Written));

/// <summary>A term that the town does not offer.</summary>
internal sealed record TermNotOffered(int Months) : WishRefusal("term-not-offered", texts => texts.TermNotOffered(Months));

/// <summary>The statement to have no space of one's own is missing.</summary>
internal sealed record OwnSpace() : WishRefusal("own-space", texts => texts.OwnSpace);

/// <summary>The person has a permit in force.</summary>
internal sealed record SecondPermit(string PermitNumber, DateOnly ValidUntil) : PermitRefusal("second-permit", texts => texts.SecondPermit(PermitNumber, ValidUntil), 409);

/// <summary>Nobody answered within the life of the code.</summary>
internal sealed record CodeExpired() : PermitRefusal("code-expired", texts => texts.CodeExpired, 410);

/// <summary>Zone or fee are no longer what the citizen saw when confirming.</summary>
internal sealed record ProposalChanged() : WishRefusal("proposal-changed", texts => texts.ProposalChanged);

/// <summary>No such application, or another browser started it.</summary>
internal sealed record ApplicationNotFound() : ParkingRefusal("application-not-found", 404, texts => texts.ApplicationNotFound);

/// <summary>A register does not answer: the application waits and goes on by itself.</summary>
internal sealed record RegisterUnreachable() : ParkingRefusal("register-unreachable", 503, texts => texts.RegisterUnreachable);
