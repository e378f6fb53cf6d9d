namespace CtgPortal.Application.Common;

/// <summary>The thing asked for does not exist, or not for this person: the two are told alike on purpose.</summary>
public sealed class NotFoundException(string message) : Exception(message);

/// <summary>Someone saved the same aggregate before. Nothing was changed.</summary>
public class ConcurrencyConflictException(Exception? cause = null)
    : Exception("Quelqu’un a enregistré une autre modification pendant votre saisie.", cause);

/// <summary>The person is known but their role does not allow this.</summary>
public sealed class AccesRefuseException(string message) : Exception(message);

/// <summary>A service the portal depends on (typesetting, mail) failed; trying again later may work.</summary>
/// <param name="message">A French sentence for the person.</param>
public sealed class ServiceIndisponibleException(string message, Exception? cause = null) : Exception(message, cause);
