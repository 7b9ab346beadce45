package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.ProfileName;
import dev.onerow.ledger.domain.RuleId;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.web.request.PathIds;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;

/** Ids in paths arrive as values. */
@Factory
class PathKeys {

    @Singleton
    TypeConverter<String, AccountId> account() {
        return PathIds.of(AccountId::new, text -> LedgerProblems.invalidId("id", "account"));
    }

    @Singleton
    TypeConverter<String, TransactionId> transaction() {
        return PathIds.of(TransactionId::new, text -> LedgerProblems.invalidId("id", "transaction"));
    }

    @Singleton
    TypeConverter<String, BatchId> batch() {
        return PathIds.of(BatchId::new, text -> LedgerProblems.invalidId("id", "import"));
    }

    @Singleton
    TypeConverter<String, ProfileName> profile() {
        return PathIds.of(ProfileName::new, text -> LedgerProblems.invalidId("name", "csv-profile"));
    }

    @Singleton
    TypeConverter<String, TemplateId> template() {
        return PathIds.of(TemplateId::new, text -> LedgerProblems.invalidId("id", "category-template"));
    }

    @Singleton
    TypeConverter<String, CategoryId> category() {
        return PathIds.of(CategoryId::new, text -> LedgerProblems.invalidId("cid", "category"));
    }

    @Singleton
    TypeConverter<String, RuleId> rule() {
        return PathIds.of(RuleId::new, text -> LedgerProblems.invalidId("rid", "category-rule"));
    }

    @Singleton
    TypeConverter<String, LedgerId> ledger() {
        return PathIds.of(LedgerId::new, text -> LedgerProblems.invalidId("id", "ledger"));
    }
}
