// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/registerdates.h>
#include <rules/sheetkeys.h>

namespace huiyin::sheetkeys {

namespace {

QString s(const char16_t *text) { return QString::fromUtf16(text); }

Key key(const char16_t *name, Want want, const char16_t *zh, const char16_t *en)
{
    return {s(name), want, false, {}, 0, 0, s(zh), s(en)};
}

Key needed(Key key)
{
    key.needed = true;
    return key;
}

Key among(Key key, const QStringList &words)
{
    key.words = words;
    return key;
}

Key within(Key key, double least, double most)
{
    key.least = least;
    key.most = most;
    return key;
}

QStringList words(std::initializer_list<const char16_t *> list)
{
    QStringList all;
    for (const char16_t *word : list) {
        all << s(word);
    }
    return all;
}

/// Keys that a cell of the grid and a part inside a box have in common.
Keys shared()
{
    return {
        key(u"field", Want::Text, u"字段编号（fields.toml）", u"id of a field"),
        key(u"zh",
            Want::Text,
            u"中文标签，缺省用字段目录的",
            u"Chinese label, by default the catalogue's"),
        key(u"en", Want::Text, u"英文标签", u"English label"),
        within(key(u"span",
                   Want::Whole,
                   u"占几列；方格内的小项则为所占份数",
                   u"columns taken; of a part, its share of the line"),
               1,
               60),
        among(key(u"show", Want::Text, u"值的印法", u"printed form of the value"), shows()),
        within(key(u"fast",
                   Want::FlagOrWhole,
                   u"回车快速路径的一站；数字为次序",
                   u"stop of the Enter path; a number is its place"),
               1,
               99),
        key(u"required", Want::Flag, u"必填", u"must be filled"),
        key(u"tick", Want::Flag, u"把选项全部印成 ☐/☑", u"prints the choices as ☐/☑"),
        key(u"options",
            Want::Words,
            u"只印这些选项（按此次序）；选中其他的照样印出；是否类写 [\"true\", \"false\"]",
            u"prints only these choices; another chosen one is printed too; [\"true\", \"false\"] "
            u"for a yes or no"),
        key(u"optionsZh",
            Want::Words,
            u"options 各项在纸上的简称，次序和个数相同",
            u"short Chinese words for the options, one for each"),
        key(u"optionsEn", Want::Words, u"同上，英文", u"the same in English"),
        key(u"readOnly", Want::Flag, u"只读", u"cannot be typed into"),
        key(u"prefix", Want::Text, u"值前的固定文字", u"fixed words before the value"),
        key(u"suffix", Want::Text, u"值后的固定文字", u"fixed words after the value"),
        among(key(u"of",
                  Want::Text,
                  u"报表中与本期相比的一栏",
                  u"of a report: the column set beside the period's own"),
              words({u"previous", u"change", u"lastYear", u"yearChange"})),
        key(u"mask",
            Want::Flag,
            u"客户要求保密时隐去",
            u"masked where the customer asked for confidence"),
    };
}

Key headKey(const char16_t *name)
{
    static const Keys keys{
        key(u"id", Want::Text, u"表号，与文件名相同：F-02", u"id, same as the file's name: F-02"),
        within(
            key(u"version", Want::Whole, u"版本，改动后加一", u"version, one more after a change"),
            1,
            9999),
        key(u"zh", Want::Text, u"中文标题", u"Chinese title"),
        key(u"en", Want::Text, u"英文标题", u"English title"),
        key(u"rule", Want::Words, u"依据：R-TOB-08", u"rules it follows: R-TOB-08"),
    };
    for (const Key &one : keys) {
        if (one.name == s(name)) {
            return needed(one);
        }
    }
    return {};
}

} // namespace

const QStringList &shows()
{
    static const QStringList list = words({u"date",
                                           u"time",
                                           u"dateTime",
                                           u"dateTimeStacked",
                                           u"dateStacked",
                                           u"monthDay",
                                           u"monthDayTime",
                                           u"capitals",
                                           u"name"});
    return list;
}

const Keys &file()
{
    static const Keys keys{
        needed(key(u"sheet", Want::Sheet, u"表的总说明", u"the sheet as a whole")),
        key(u"row", Want::Rows, u"自上而下的各行", u"rows from the top"),
        key(u"change",
            Want::Changes,
            u"变体对原表某字段的改动",
            u"what a variant changes of a field"),
    };
    return keys;
}

const Keys &sheet()
{
    static const Keys keys{
        headKey(u"id"),
        headKey(u"version"),
        headKey(u"zh"),
        headKey(u"en"),
        needed(among(key(u"paper", Want::Text, u"纸张", u"paper"),
                     words({u"A4", u"A4-landscape", u"A5-landscape"}))),
        needed(key(u"margins", Want::Margins, u"页边距（毫米）", u"margins in mm")),
        needed(within(
            key(u"columns", Want::Whole, u"版心等分的列数", u"equal parts of the text width"),
            1,
            60)),
        headKey(u"rule"),
        among(key(u"style",
                  Want::Text,
                  u"form 表单（缺省）或 letter 公文（无线框，每页 22 行、每行 28 字）",
                  u"form (by default) or letter (no rules, 22 lines of 28 characters)"),
              words({u"form", u"letter"})),
        within(key(u"size",
                   Want::Number,
                   u"字号（磅），表单缺省 10.5",
                   u"type size in pt, by default 10.5 on a form"),
               6,
               16),
        key(u"docCode", Want::Text, u"后续单据代码：ZB", u"code of a follow-up document: ZB"),
        key(u"header",
            Want::Parts,
            u"标题与表框之间的一行：单位、日期、编号",
            u"the line between title and frame"),
        key(u"signOrder",
            Want::Words,
            u"签名的先后；可缺的加问号：\"leaderSign?\"，只在纸上手签的加叹号",
            u"who signs before whom; one that may be missing ends in ?: \"leaderSign?\", one "
            u"signed "
            u"by hand on the paper in !"),
        within(key(u"headRows",
                   Want::Whole,
                   u"每页重印的表头行数",
                   u"head rows repeated on each page"),
               0,
               9),
        within(key(u"list",
                   Want::Whole,
                   u"第几行逐件重复（台账）",
                   u"which row, from 1, is repeated for each case"),
               1,
               99),
        key(u"kinds",
            Want::Words,
            u"台账只列这些类型的案件：[\"Inquiry\"]",
            u"kinds of case a ledger lists: [\"Inquiry\"]"),
        among(key(u"period",
                  Want::Text,
                  u"按什么期间出表：一期一张，不属于某一件",
                  u"the period it is of: one for each, not for a case"),
              words({u"week", u"month", u"quarter", u"year"})),
        among(key(u"each",
                  Want::Text,
                  u"台账逐次登记：本期内每填一次这个字段印一行",
                  u"a ledger's line for every time this field was written in the period"),
              registerFields()),
        key(u"rates",
            Want::Pairs,
            u"达标率：字段 = 以哪个时间字段为止点的时限",
            u"rates: field = the moment that stops the clocks it tells of"),
        key(u"defaults",
            Want::Pairs,
            u"没填时印的文字，可有空白：{ subject = \"关于{respPerson}的通报\" }",
            u"words where nothing was filled in, with blanks {respPerson}"),
        key(u"copies", Want::Words, u"各联名称", u"names of the copies"),
        key(u"mark", Want::Text, u"右上角的字样：内部保密", u"words at the upper right corner"),
        key(u"markEn", Want::Text, u"右上角的字样（英文）", u"the same in English"),
        key(u"footer", Want::Text, u"页脚中间的文字", u"words in the foot line"),
        key(u"footerEn", Want::Text, u"页脚文字（英文）", u"words in the foot line, English"),
    };
    return keys;
}

const Keys &variant()
{
    static const Keys keys{
        headKey(u"id"),
        headKey(u"version"),
        headKey(u"zh"),
        headKey(u"en"),
        headKey(u"rule"),
        needed(key(u"base",
                   Want::Text,
                   u"以哪张表为底，只写改动：F-01",
                   u"the sheet it starts from, only changes are written: F-01")),
    };
    return keys;
}

const Keys &change()
{
    static const Keys keys{
        needed(key(u"field", Want::Text, u"改哪个字段", u"the field")),
        key(u"zh", Want::Text, u"中文标签", u"Chinese label"),
        key(u"en", Want::Text, u"英文标签", u"English label"),
        key(u"required", Want::Flag, u"必填", u"must be filled"),
        key(u"options", Want::Words, u"只印这些选项", u"prints only these choices"),
        key(u"optionsZh", Want::Words, u"各项在纸上的简称", u"short Chinese words for them"),
        key(u"optionsEn", Want::Words, u"同上，英文", u"the same in English"),
    };
    return keys;
}

const Keys &row()
{
    static const Keys keys{
        needed(
            within(key(u"height", Want::Number, u"行高（毫米），至少", u"height in mm, at least"),
                   4,
                   250)),
        among(key(u"part", Want::Text, u"属于表的哪一部分", u"part of the form"),
              words({u"intake", u"routing", u"handling", u"after"})),
        key(u"break", Want::Flag, u"由此行起印在背面", u"starts the back page"),
        key(u"hidden", Want::Flag, u"不印，屏幕上也没有", u"neither printed nor on screen"),
        key(u"repeat",
            Want::Text,
            u"逐条重复：列表字段的编号，每条印一次",
            u"repeated: id of a list field, printed once for each entry"),
        within(key(u"atLeast",
                   Want::Whole,
                   u"重复行至少留几条",
                   u"entries a repeated row leaves room for"),
               1,
               40),
        key(u"head",
            Want::Flag,
            u"重复行的表头，转页时重印",
            u"head of repeated rows, printed again on a new page"),
        needed(key(u"cells",
                   Want::Cells,
                   u"自左而右的各格；被上面跨行的格子占去的列跳过",
                   u"cells from the left, around cells that reach down from above")),
    };
    return keys;
}

const Keys &cell()
{
    static const Keys keys =
        Keys{
            key(u"label",
                Want::Text,
                u"标签格：所标字段的编号",
                u"label cell: id of the labelled field"),
            key(u"text",
                Want::Text,
                u"固定文字；可用 {organisation} {period} {pageRows} {pageClosed} {pageOverdue}",
                u"fixed words, with blanks {organisation} {period} {pageRows} {pageClosed} "
                u"{pageOverdue}"),
            key(u"parts", Want::Parts, u"一格内的几个小项", u"several parts in one box"),
            key(u"prose",
                Want::Words,
                u"成段文字，每段一条，内有空白：{amount} {amount:capitals} {decision=Accepted}",
                u"running text, a paragraph each, with blanks: {amount} {amount:capitals} "
                u"{decision=Accepted}"),
            key(u"proseEn",
                Want::Words,
                u"同上，英文，空白相同",
                u"the same in English, with the same blanks"),
            within(key(u"rows", Want::Whole, u"占几行", u"rows taken"), 1, 60),
            key(u"grow",
                Want::Flag,
                u"分得版面的余高；屏幕上为多行",
                u"takes the free height; several lines on screen"),
            key(u"vertical", Want::Flag, u"标签竖排", u"label set downwards"),
            among(key(u"align", Want::Text, u"横向对齐", u"place across the cell"),
                  words({u"left", u"centre", u"right"})),
            key(u"sign",
                Want::Text,
                u"格内右下签名的字段；只写 signZh 则只印签名栏",
                u"field of the signature in the box"),
            key(u"signZh", Want::Text, u"签名的中文标签", u"Chinese label of the signature"),
            key(u"signEn", Want::Text, u"签名的英文标签", u"English label of the signature"),
            key(u"lastPage", Want::Flag, u"只在末页填印", u"filled on the last page only"),
            key(u"hidden",
                Want::Flag,
                u"不印，所占的列并给左边的格子（没有则右边）",
                u"not printed; its columns go to the cell at its left, else at its right"),
        } +
        shared();
    return keys;
}

const Keys &part()
{
    static const Keys keys =
        shared() + Keys{
                       key(u"text", Want::Text, u"固定文字", u"fixed words"),
                       key(u"line", Want::Flag, u"另起一行", u"starts a new line"),
                       key(u"bare", Want::Flag, u"只印值，不印标签", u"value without its label"),
                   };
    return keys;
}

const Keys &margins()
{
    static const Keys keys{
        needed(within(key(u"top", Want::Number, u"上", u"top"), 5, 60)),
        needed(within(key(u"right", Want::Number, u"右", u"right"), 5, 60)),
        needed(within(key(u"bottom",
                          Want::Number,
                          u"下（容页脚，至少 10）",
                          u"bottom (holds the foot line, at least 10)"),
                      10,
                      60)),
        needed(within(key(u"left", Want::Number, u"左", u"left"), 5, 60)),
    };
    return keys;
}

} // namespace huiyin::sheetkeys
