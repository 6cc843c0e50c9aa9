package io.pharos.platform.market.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        "贵州茅台, guizhoumaotai, gzmt",
        "平安银行, pinganyinhang, payh",
        "十年期国债, shinianqiguozhai, snqgz",
        "沪深300ETF, hushen300etf, hs300etf",
        "比特币/人民币, bitebirenminbi, btbrmb",
        "绿地, lvdi, ld",
    })
    void aNameIsFoundByItsPinyinAndItsInitials(String name, String full, String initials) {
        assertThat(Pinyin.spellings(name)).contains(full, initials);
    }

    @Test
    void aNameWithoutChineseIsItself() {
        assertThat(Pinyin.spellings("AAPL")).contains("aapl");
        assertThat(Pinyin.spellings("—")).isEmpty();
    }

    @Test
    void manyReadingsStayWithinTheLimit() {
        assertThat(Pinyin.spellings("行".repeat(20))).hasSizeLessThanOrEqualTo(128);
    }
}
