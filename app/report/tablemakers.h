// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <report/tablecomposer.h>

// Inside of the report room: one function per table of the forms catalogue, 4.3.

namespace huiyin {

TableDocument summaryTable(TableComposer &c);       ///< S-01
TableDocument kindTable(TableComposer &c);          ///< S-02
TableDocument categoryTable(TableComposer &c);      ///< S-03
TableDocument channelTable(TableComposer &c);       ///< S-04
TableDocument departmentTable(TableComposer &c);    ///< S-05
TableDocument productTable(TableComposer &c);       ///< S-06
TableDocument officeTable(TableComposer &c);        ///< S-07
TableDocument timelinessTable(TableComposer &c);    ///< S-08
TableDocument overdueTable(TableComposer &c);       ///< S-09
TableDocument satisfactionTable(TableComposer &c);  ///< S-10
TableDocument repeatTable(TableComposer &c);        ///< S-11
TableDocument comparisonTable(TableComposer &c);    ///< S-12
TableDocument causeTable(TableComposer &c);         ///< S-13
TableDocument handlerTable(TableComposer &c);       ///< S-14
TableDocument penaltyTable(TableComposer &c);       ///< S-15
TableDocument compensationTable(TableComposer &c);  ///< S-16
TableDocument rectificationTable(TableComposer &c); ///< S-17
TableDocument samplingTable(TableComposer &c);      ///< S-18
TableDocument minuteTable(TableComposer &c);        ///< S-19
TableDocument trendTable(TableComposer &c);         ///< S-20

} // namespace huiyin
