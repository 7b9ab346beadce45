package com.example.stock;

import dev.onerow.rules.OnerowRules;
import org.junit.jupiter.api.Test;

// guide: the rules
class ArchitectureTest {
    @Test
    void holds() {
        OnerowRules.in("com.example").contexts("stock").check();
    }
}
// guide: end
