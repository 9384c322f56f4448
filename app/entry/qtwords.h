// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QTranslator>

namespace huiyin {

/// Qt's own words (file and print dialogs, standard buttons). In Qt 6.4 the kinds of files are
/// called from a context of another name than the one its catalogues hold them under.
class QtWords : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context,
                                    const char *source,
                                    const char *comment = nullptr,
                                    int n = -1) const override
    {
        const auto words = QTranslator::translate(context, source, comment, n);
        return words.isEmpty() && QByteArrayView(context) == "QAbstractFileIconProvider"
                   ? QTranslator::translate("QFileDialog", source, comment, n)
                   : words;
    }
};

} // namespace huiyin
