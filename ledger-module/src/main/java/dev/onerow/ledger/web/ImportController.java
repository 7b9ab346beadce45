package dev.onerow.ledger.web;

import dev.onerow.ledger.api.ImportProgress;
import dev.onerow.ledger.application.ImportRequest;
import dev.onerow.ledger.application.ImportStatement;
import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.problem.Problems;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import dev.onerow.web.request.Query;
import dev.onerow.web.request.ReadBy;
import dev.onerow.web.request.Upload;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes statements of a bank into an account. */
@Controller("/v1/ledger/accounts/{id}/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportController {
    private static final String OFX = "application/x-ofx";
    private static final String QFX = "application/vnd.intu.qfx";
    private static final String CSV = "text/csv";
    private static final int LONGEST_NAME = 255;

    private final ImportStatement importStatement;

    ImportController(ImportStatement importStatement) {
        this.importStatement = importStatement;
    }

    @Post
    @Operation(summary = "Import a statement into an account")
    @Consumes({OFX, QFX, MediaType.APPLICATION_XML, CSV, MediaType.APPLICATION_OCTET_STREAM})
    @ApiResponse(responseCode = "200", description = "The file was imported before, or a dry run")
    @ApiResponse(responseCode = "201", description = "The file is imported")
    @ApiResponse(responseCode = "409", description = "The file is of another account")
    @ApiResponse(responseCode = "415", description = "No statement by its content type, or another than format says")
    HttpResponse<ImportView> importRaw(AccountId id, RawFile file, @ReadBy(Parameters.class) Query query) {
        // The file first, whatever becomes of it: the connection has no next request until all of this one is read.
        byte[] bytes = file.bytes();
        Options options = query.read(Options::read);
        FileFormat format = format(file.contentType(), options);
        return answer(options.request(id, format, bytes, "upload." + format.word()), options);
    }

    @Post
    @Operation(summary = "Import a statement into an account")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ApiResponse(responseCode = "200", description = "The file was imported before, or a dry run")
    @ApiResponse(responseCode = "201", description = "The file is imported")
    @ApiResponse(responseCode = "409", description = "The file is of another account")
    @ApiResponse(responseCode = "415", description = "No statement by its content type, or another than format says")
    HttpResponse<ImportView> importPart(AccountId id, @Body MultipartBody form, @ReadBy(Parameters.class) Query query) {
        try (Upload upload = Upload.ofFile(form)) {
            Options options = query.read(Options::read);
            CompletedFileUpload file = upload.file();
            try (InputStream bytes = file.getInputStream()) {
                FileFormat format =
                        format(file.getContentType().map(MediaType::getName).orElse(null), options);
                return answer(options.request(id, format, RawFile.read(bytes), nameOf(file)), options);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String nameOf(CompletedFileUpload file) {
        String name = file.getFilename() == null ? "" : file.getFilename().replace('\0', '?');
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private HttpResponse<ImportView> answer(ImportRequest request, Options options) {
        ImportStatement.Answer answer = importStatement.importFile(request, ImportProgress.UNHEARD);
        ImportView view = ImportView.of(answer.report());
        return answer.isNew() && !options.isDryRun()
                ? HttpResponse.created(view, URI.create(Answers.path(ImportLogController.PATH, view.id())))
                : HttpResponse.ok(view);
    }

    private static FileFormat format(@Nullable String contentType, Options options) {
        String type = contentType == null ? MediaType.APPLICATION_OCTET_STREAM : contentType.toLowerCase(Locale.ROOT);
        if (type.equals(MediaType.APPLICATION_OCTET_STREAM)) {
            FileFormat named = options.format();
            if (named == null) {
                throw Problems.invalidParameter("format", "missing", "Say which format it is: ofx or csv.")
                        .asException();
            }
            return named;
        }
        FileFormat said = switch (type) {
            case OFX, QFX, MediaType.APPLICATION_XML -> FileFormat.OFX;
            case CSV -> FileFormat.CSV;
            default ->
                throw Problems.unsupportedMediaType("A statement is OFX, QFX or CSV.")
                        .asException();
        };
        if (options.format() != null && options.format() != said) {
            throw Problems.unsupportedMediaType("The body is " + type + ", and format says "
                            + options.format().word() + ".")
                    .asException();
        }
        return said;
    }

    record Options(
            @Nullable FileFormat format,
            @Nullable ProfileName profile,
            @Nullable String accountNumber,
            boolean isDryRun) {
        static Options read(Fields in) {
            String profile = Inputs.optionalKey(in, "profile");
            return new Options(
                    Inputs.word(in, "format", FileFormat.class),
                    profile == null ? null : new ProfileName(profile),
                    in.text("account_number").notBlank().atMost(100).orNull(),
                    in.bool("dry_run").orElse(false));
        }

        ImportRequest request(AccountId account, FileFormat type, byte[] file, String name) {
            return new ImportRequest(account, type, file, name, profile, accountNumber, isDryRun);
        }
    }

    @Singleton
    static final class Parameters implements Form<Options> {
        @Override
        public Options read(Fields in) {
            return Options.read(in);
        }
    }
}
