// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetkeys.h>

namespace huiyin {

namespace sheetkeys {

namespace {

using Words = QStringList;

QString s(const char16_t *text) { return QString::fromUtf16(text); }

const Words &shows()
{
    static const Words words{s(u"date"),
                             s(u"time"),
                             s(u"dateTime"),
                             s(u"dateTimeStacked"),
                             s(u"dateStacked"),
                             s(u"monthDay"),
                             s(u"monthDayTime"),
                             s(u"capitals"),
                             s(u"name")};
    return words;
}

/// Keys that a cell of the grid and a part inside a box have in common.
Keys shared()
{
    return {
        {s(u"field"),
         Want::Text,
         false,
         {},
         0,
         0,
         s(u"字段编号（fields.toml）"),
         s(u"id of a field")},
        {s(u"zh"),
         Want::Text,
         false,
         {},
         0,
         0,
         s(u"中文标签，缺省用字段目录的"),
         s(u"Chinese label, by default the catalogue's")},
        {s(u"en"), Want::Text, false, {}, 0, 0, s(u"英文标签"), s(u"English label")},
        {s(u"span"),
         Want::Whole,
         false,
         {},
         1,
         60,
         s(u"占几列；方格内的小项则为所占份数"),
         s(u"columns taken; of a part, its share of the line")},
        {s(u"show"),
         Want::Text,
         false,
         shows(),
         0,
         0,
         s(u"值的印法"),
         s(u"printed form of the value")},
        {s(u"fast"),
         Want::FlagOrWhole,
         false,
         {},
         1,
         99,
         s(u"回车快速路径的一站；数字为次序"),
         s(u"stop of the Enter path; a number is its place")},
        {s(u"required"), Want::Flag, false, {}, 0, 0, s(u"必填"), s(u"must be filled")},
        {s(u"tick"),
         Want::Flag,
         false,
         {},
         0,
         0,
         s(u"把选项全部印成 ☐/☑"),
         s(u"prints the choices as ☐/☑")},
        {s(u"options"),
         Want::Words,
         false,
         {},
         0,
         0,
         s(u"只印这些选项（按此次序）；选中其他的照样印出"),
         s(u"prints only these choices; another chosen one is printed too")},
        {s(u"optionsZh"),
         Want::Words,
         false,
         {},
         0,
         0,
         s(u"options 各项在纸上的简称，次序和个数相同"),
         s(u"short Chinese words for the options, one for each")},
        {s(u"readOnly"), Want::Flag, false, {}, 0, 0, s(u"只读"), s(u"cannot be typed into")},
        {s(u"prefix"),
         Want::Text,
         false,
         {},
         0,
         0,
         s(u"值前的固定文字"),
         s(u"fixed words before the value")},
        {s(u"suffix"),
         Want::Text,
         false,
         {},
         0,
         0,
         s(u"值后的固定文字"),
         s(u"fixed words after the value")},
        {s(u"mask"),
         Want::Flag,
         false,
         {},
         0,
         0,
         s(u"客户要求保密时隐去"),
         s(u"masked where the customer asked for confidence")},
    };
}

} // namespace

const Keys &file()
{
    static const Keys keys{
        {s(u"sheet"), Want::Sheet, true, {}, 0, 0, s(u"表的总说明"), s(u"the sheet as a whole")},
        {s(u"row"), Want::Rows, true, {}, 0, 0, s(u"自上而下的各行"), s(u"rows from the top")},
    };
    return keys;
}

const Keys &sheet()
{
    static const Keys keys{
        {s(u"id"),
         Want::Text,
         true,
         {},
         0,
         0,
         s(u"表号，与文件名相同：F-02"),
         s(u"id, same as the file's name: F-02")},
        {s(u"version"),
         Want::Whole,
         true,
         {},
         1,
         9999,
         s(u"版本，改动后加一"),
         s(u"version, one more after a change")},
        {s(u"zh"), Want::Text, true, {}, 0, 0, s(u"中文标题"), s(u"Chinese title")},
        {s(u"en"), Want::Text, true, {}, 0, 0, s(u"英文标题"), s(u"English title")},
        {s(u"paper"),
         Want::Text,
         true,
         {s(u"A4"), s(u"A4-landscape"), s(u"A5-landscape")},
         0,
         0,
         s(u"纸张"),
         s(u"paper")},
        {s(u"margins"), Want::Margins, true, {}, 0, 0, s(u"页边距（毫米）"), s(u"margins in mm")},
        {s(u"columns"),
         Want::Whole,
         true,
         {},
         1,
         60,
         s(u"版心等分的列数"),
         s(u"equal parts of the text width")},
        {s(u"size"),
         Want::Number,
         false,
         {},
         6,
         16,
         s(u"字号（磅），缺省 10.5"),
         s(u"type size in pt, by default 10.5")},
        {s(u"rule"),
         Want::Words,
         true,
         {},
         0,
         0,
         s(u"依据：R-TOB-08"),
         s(u"rules it follows: R-TOB-08")},
        {s(u"docCode"),
         Want::Text,
         false,
         {},
         0,
         0,
         s(u"后续单据代码：ZB"),
         s(u"code of a follow-up document: ZB")},
        {s(u"header"),
         Want::Parts,
         false,
         {},
         0,
         0,
         s(u"标题与表框之间的一行：单位、日期、编号"),
         s(u"the line between title and frame")},
        {s(u"headRows"),
         Want::Whole,
         false,
         {},
         0,
         9,
         s(u"每页重印的表头行数"),
         s(u"head rows repeated on each page")},
        {s(u"list"),
         Want::Whole,
         false,
         {},
         1,
         99,
         s(u"第几行逐条重复（台账）"),
         s(u"which row, from 1, is repeated for each entry")},
        {s(u"copies"), Want::Words, false, {}, 0, 0, s(u"各联名称"), s(u"names of the copies")},
        {s(u"footer"),
         Want::Text,
         false,
         {},
         0,
         0,
         s(u"页脚中间的文字"),
         s(u"words in the foot line")},
        {s(u"footerEn"),
         Want::Text,
         false,
         {},
         0,
         0,
         s(u"页脚文字（英文）"),
         s(u"words in the foot line, English")},
    };
    return keys;
}

const Keys &row()
{
    static const Keys keys{
        {s(u"height"),
         Want::Number,
         true,
         {},
         4,
         250,
         s(u"行高（毫米），至少"),
         s(u"height in mm, at least")},
        {s(u"part"),
         Want::Text,
         false,
         {s(u"intake"), s(u"routing"), s(u"handling"), s(u"after")},
         0,
         0,
         s(u"属于表的哪一部分"),
         s(u"part of the form")},
        {s(u"break"),
         Want::Flag,
         false,
         {},
         0,
         0,
         s(u"由此行起印在背面"),
         s(u"starts the back page")},
        {s(u"cells"),
         Want::Cells,
         true,
         {},
         0,
         0,
         s(u"自左而右的各格；被上面跨行的格子占去的列跳过"),
         s(u"cells from the left, around cells that reach down from above")},
    };
    return keys;
}

const Keys &cell()
{
    static const Keys keys = [] {
        Keys all{
            {s(u"label"),
             Want::Text,
             false,
             {},
             0,
             0,
             s(u"标签格：所标字段的编号"),
             s(u"label cell: id of the labelled field")},
            {s(u"text"),
             Want::Text,
             false,
             {},
             0,
             0,
             s(u"固定文字；可用 {organisation} {period} {pageRows} {pageClosed} {pageOverdue}"),
             s(u"fixed words, with blanks {organisation} {period} {pageRows} {pageClosed} "
               u"{pageOverdue}")},
            {s(u"parts"),
             Want::Parts,
             false,
             {},
             0,
             0,
             s(u"一格内的几个小项"),
             s(u"several parts in one box")},
            {s(u"rows"), Want::Whole, false, {}, 1, 60, s(u"占几行"), s(u"rows taken")},
            {s(u"grow"),
             Want::Flag,
             false,
             {},
             0,
             0,
             s(u"分得版面的余高；屏幕上为多行"),
             s(u"takes the free height; several lines on screen")},
            {s(u"vertical"),
             Want::Flag,
             false,
             {},
             0,
             0,
             s(u"标签竖排"),
             s(u"label set downwards")},
            {s(u"sign"),
             Want::Text,
             false,
             {},
             0,
             0,
             s(u"格内右下签名的字段；只写 signZh 则只印签名栏"),
             s(u"field of the signature in the box")},
            {s(u"signZh"),
             Want::Text,
             false,
             {},
             0,
             0,
             s(u"签名的中文标签"),
             s(u"Chinese label of the signature")},
            {s(u"signEn"),
             Want::Text,
             false,
             {},
             0,
             0,
             s(u"签名的英文标签"),
             s(u"English label of the signature")},
            {s(u"lastPage"),
             Want::Flag,
             false,
             {},
             0,
             0,
             s(u"只在末页填印"),
             s(u"filled on the last page only")},
        };
        return all + shared();
    }();
    return keys;
}

const Keys &part()
{
    static const Keys keys = [] {
        Keys all = shared();
        all.append({s(u"text"), Want::Text, false, {}, 0, 0, s(u"固定文字"), s(u"fixed words")});
        all.append(
            {s(u"line"), Want::Flag, false, {}, 0, 0, s(u"另起一行"), s(u"starts a new line")});
        all.append({s(u"bare"),
                    Want::Flag,
                    false,
                    {},
                    0,
                    0,
                    s(u"只印值，不印标签"),
                    s(u"value without its label")});
        return all;
    }();
    return keys;
}

const Keys &margins()
{
    static const Keys keys{
        {s(u"top"), Want::Number, true, {}, 5, 60, s(u"上"), s(u"top")},
        {s(u"right"), Want::Number, true, {}, 5, 60, s(u"右"), s(u"right")},
        {s(u"bottom"),
         Want::Number,
         true,
         {},
         10,
         60,
         s(u"下（容页脚，至少 10）"),
         s(u"bottom (holds the foot line, at least 10)")},
        {s(u"left"), Want::Number, true, {}, 5, 60, s(u"左"), s(u"left")},
    };
    return keys;
}

} // namespace sheetkeys

} // namespace huiyin
