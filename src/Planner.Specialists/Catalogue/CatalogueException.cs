using Planner.Durability;

namespace Planner.Specialists.Catalogue;

/// <summary>A file of the catalogue and the class that fills it do not fit; the message names the file and says how to mend it.</summary>
internal sealed class CatalogueException(string message) : StepException(message, retryHelps: false);
