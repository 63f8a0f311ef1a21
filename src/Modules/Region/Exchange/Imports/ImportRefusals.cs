using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Exchange.Imports;

internal sealed record ImportNeedsSource() : SpokenRefusal<ImportTexts>("urn:modellstadt:region:import-needs-source", 422, texts => texts.ImportNeedsSource);

internal sealed record HostNotNamed(string Host) : SpokenRefusal<ImportTexts>("urn:modellstadt:region:import-host-not-named", 403, texts => texts.HostNotNamed(Host));

internal sealed record DocumentUnreachable(string Host) : SpokenRefusal<ImportTexts>("urn:modellstadt:region:import-unreachable", 422, texts => texts.DocumentUnreachable(Host));

internal sealed record DocumentUnreadable(ImportFault Fault) : SpokenRefusal<ImportTexts>("urn:modellstadt:region:import-unreadable", 422, texts => texts.DocumentUnreadable(Fault));

internal sealed record NoSuchImport() : SpokenRefusal<ImportTexts>("urn:modellstadt:region:no-such-import", 404, texts => texts.NoSuchImport);

internal sealed record ImportOvertaken() : SpokenRefusal<ImportTexts>("urn:modellstadt:region:import-overtaken", 409, texts => texts.ImportOvertaken);

internal sealed record RemovalNeedsReason() : SpokenRefusal<ImportTexts>("urn:modellstadt:region:removal-needs-reason", 422, texts => texts.RemovalNeedsReason);
