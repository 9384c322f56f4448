// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/texts.h>

#include <QWidget>

class QLabel;

namespace huiyin {

/// One line above the buttons: what is missing or wrong, each item a link that moves the focus.
class FindingBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindingBar(QWidget *parent = nullptr);

    /// `还差 2 项: 分类 投诉内容`. \param items  field id → label, in order
    void setMissing(const QVector<std::pair<QString, QString>> &items);
    /// Findings without a cell of their own, and those of fields as links.
    void setFindings(const Findings &findings, const Texts &texts, Language language);
    /// Trouble of the world; stays until cleared.
    void setError(const QString &sentence);
    void clear();
    [[nodiscard]] QString text() const;

signals:
    void fieldActivated(const QString &field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QLabel *m_label = nullptr;
    QVector<std::pair<QString, QString>> m_missing;
    QVector<std::pair<QString, QString>> m_lines; ///< field (may be empty), sentence
    QString m_error;
};

} // namespace huiyin
