using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId;

/// <summary>A refusal of this module.</summary>
/// <param name="Name">Last part of the problem type.</param>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Words">Picks the words.</param>
internal abstract record CitizenIdRefusal(string Name, int StatusCode, Func<CitizenIdTexts, RefusalText> Words)
    : SpokenRefusal<CitizenIdTexts>($"urn:modellstadt:citizen-id:{Name}", StatusCode, Words);

internal sealed record ReferenceUnknown() : CitizenIdRefusal("reference-unknown", 422, texts => texts.ReferenceUnknown);

internal sealed record RequestUnknown() : CitizenIdRefusal("request-unknown", 404, texts => texts.RequestUnknown);

internal sealed record CodeExpired() : CitizenIdRefusal("code-expired", 410, texts => texts.CodeExpired);

internal sealed record IdCardIncomplete() : CitizenIdRefusal("id-card-incomplete", 422, texts => texts.IdCardIncomplete);

internal sealed record CharacterUnknown(string Character) : CitizenIdRefusal("character-unknown", 422, texts => texts.CharacterUnknown(Character));

internal sealed record NotInRegister() : CitizenIdRefusal("not-in-register", 422, texts => texts.NotInRegister);

internal sealed record SeveralInRegister() : CitizenIdRefusal("several-in-register", 422, texts => texts.SeveralInRegister);

internal sealed record NoLongerResident() : CitizenIdRefusal("no-longer-resident", 422, texts => texts.NoLongerResident);

/// <summary>A death or a block (BMG § 51, § 52) is recorded. Which of them is nobody's business on a screen.</summary>
internal sealed record OnlyAtTheOffice() : CitizenIdRefusal("only-at-the-office", 422, texts => texts.OnlyAtTheOffice);

internal sealed record RegisterUnreachable() : CitizenIdRefusal("register-unreachable", 503, texts => texts.RegisterUnreachable);

internal sealed record NoCitizenId() : CitizenIdRefusal("no-citizen-id", 404, texts => texts.NoCitizenId);

internal sealed record ResidentUnknown() : CitizenIdRefusal("resident-unknown", 404, texts => texts.ResidentUnknown);
