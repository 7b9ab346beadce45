package dev.onerow.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private static final String KEY = "abcdefghij-_0123";

    @Test
    void knowsItsKeysAndTheirRights() {
        Door door = Door.of(" writer:" + KEY + " , reader:" + KEY + "x:read ");

        assertThat(door.find(KEY).map(ApiKey::name)).contains("writer");
        assertThat(door.find(KEY).map(ApiKey::isReadOnly)).contains(false);
        assertThat(door.find(KEY + "x").map(ApiKey::isReadOnly)).contains(true);
        assertThat(door.find(KEY + "y")).isEmpty();
        assertThat(door.find("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghij-_0123",
                ":abcdefghij-_0123",
                "n:short",
                "n:abcdefghij-_012!",
                "n:abcdefghij-_0123:write",
                "n:abcdefghij-_0123,,x"
            })
    void refusesKeysOfAnotherFormWithoutRepeatingThem(String keys) {
        assertThatThrownBy(() -> Door.of(keys))
                .isInstanceOf(OpenDoor.class)
                .hasMessageContaining("ONEROW_API_KEYS")
                .hasMessageNotContaining("abcdefghij");
    }

    @Test
    void readsKeysFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("keys"), "# the crawler\ncrawler:" + KEY + "\n\nboard:" + KEY + "2:read\n");

        Door door = Door.of("@" + file);

        assertThat(door.find(KEY).map(ApiKey::name)).contains("crawler");
        assertThat(door.find(KEY + "2").map(ApiKey::name)).contains("board");
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> Door.of("@" + folder.resolve("none")))
                .isInstanceOf(OpenDoor.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,true",
        "localhost,true",
        "::1,true",
        "127.8.9.10,true",
        "0.0.0.0,false",
        "::,false",
        "10.1.2.3,false"
    })
    void standsOpenOnThisMachineOnly(String host, boolean allowed) {
        Door open = Door.of(null);

        if (allowed) {
            assertThatCode(() -> open.check(host, false)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> open.check(host, false))
                    .isInstanceOf(OpenDoor.class)
                    .hasMessageContaining("ONEROW_API_KEYS")
                    .hasMessageContaining("ONEROW_ALLOW_ANONYMOUS");
        }
        assertThatCode(() -> open.check(host, true)).doesNotThrowAnyException();
        assertThatCode(() -> Door.of("n:" + KEY).check(host, false)).doesNotThrowAnyException();
    }

    @Test
    void refusesToBindEveryAddressUnlocked() {
        assertThatThrownBy(() -> Door.of("").check(null, false)).isInstanceOf(OpenDoor.class);
    }

    @Test
    void showsNoKeyInItsWords() {
        assertThat(Optional.of(ApiKey.parse("n:" + KEY, 1)).toString()).doesNotContain(KEY);
    }
}
