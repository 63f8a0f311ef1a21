using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>A "no" about a vehicle of somebody else.</summary>
internal abstract record UseRefusal(string Name, int StatusCode, Func<UseTexts, RefusalText> Words)
    : SpokenRefusal<UseTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>The town does not permit this basis.</summary>
internal sealed record BasisNotAllowed() : UseRefusal("basis-not-allowed", 422, texts => texts.BasisNotAllowed);

/// <summary>Not the form of a German plate.</summary>
internal sealed record PlateUnreadable() : UseRefusal("plate-unreadable", 422, texts => texts.PlateUnreadable);

/// <summary>What proves the use was not said.</summary>
internal sealed record EvidenceMissing(int Most) : UseRefusal("evidence-missing", 422, texts => texts.EvidenceMissing(Most));

/// <summary>Several wishes of this person wait already.</summary>
internal sealed record TooManyUses(int Most) : UseRefusal("too-many-vehicle-uses", 429, texts => texts.TooManyUses(Most));

/// <summary>No such link, or no such use.</summary>
internal sealed record UseNotFound() : UseRefusal("vehicle-use-not-found", 404, texts => texts.UseNotFound);

/// <summary>It was answered meanwhile.</summary>
internal sealed record UseAnswered() : UseRefusal("vehicle-use-answered", 409, texts => texts.UseAnswered);

/// <summary>Whoever has shown the citizen ID is not the keeper.</summary>
internal sealed record NotTheKeeper(string Plate) : UseRefusal("not-the-keeper", 403, texts => texts.NotTheKeeper(Plate));

/// <summary>The vehicle is registered to the user already.</summary>
internal sealed record OwnVehicle() : UseRefusal("own-vehicle", 422, texts => texts.OwnVehicle);

/// <summary>A clerk's answer lacks its reason.</summary>
internal sealed record AnswerMissing(int Most) : UseRefusal("answer-missing", 422, texts => texts.AnswerMissing(Most));
