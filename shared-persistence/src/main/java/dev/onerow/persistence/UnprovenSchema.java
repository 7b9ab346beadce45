package dev.onerow.persistence;

/** The live database cannot be written as declared. Thrown at start; the message holds every defect with its repair. */
public final class UnprovenSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The failed proof. */
    public UnprovenSchema(SchemaProof.Result result) {
        super("The database does not fit what the application writes.\n\n" + result.report());
    }
}
